import { clientKey } from '@/lib/next/client-address';
import { services } from '@/lib/services';
import * as cite from '@/src/citations';
import type { PaperId } from '@/src/papers';
import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import * as syndication from '@/src/syndication';
import { listPapers, listRefused, paperIn } from './list-papers';
import { plainRefusal } from './plain-refusal';

/** The most that one file holds; whoever wants more takes it by months. */
export const MOST_ENTRIES = 10_000;
const BATCH = 250;

type Asked = {
  ids: PaperId[];
  keeps: (paper: cite.CitedPaper) => boolean;
  file: string;
  /** A paper, not a list. */
  single: boolean;
  title: string;
};
type Refused = { code: string; message: string };

const slug = (text: string): string =>
  text
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'papers';

/** Reads the path of a paper's page or of a list's, as feeds do. */
export async function readCited(path: readonly string[], query: URLSearchParams): Promise<Result<Asked, Refused>> {
  const id = paperIn(path);
  if (id !== undefined) return ok({ ids: [id], keeps: () => true, file: slug(id), single: true, title: id });
  const asked = syndication.readList(path, query);
  if (!asked.ok) return asked;
  const { list, filter } = asked.value;
  const found = await listPapers(list, MOST_ENTRIES);
  if (!found.ok) return found;
  const keeps = (paper: cite.CitedPaper) => syndication.passes(filter, { ...paper, text: paper.abstract });
  const words = list.kind === 'search' ? ['search', list.text] : path;
  const said = syndication.titleOf(list, found.value.name);
  const title = said.charAt(0).toUpperCase() + said.slice(1);
  return ok({ ids: found.value.ids, keeps, file: slug(words.join('-')), single: false, title });
}

async function* batches({ ids, keeps }: Asked): AsyncGenerator<cite.CitedPaper[]> {
  for (let at = 0; at < ids.length; at += BATCH)
    yield (await services().citedPapers(ids.slice(at, at + BATCH))).filter(keeps);
}

/** A few papers in every format, to be shown. */
export async function citationTexts(ids: readonly PaperId[]): Promise<Record<cite.CitationFormatName, string>> {
  const papers = await services().citedPapers(ids);
  const texts = Object.keys(cite.CITATION_FORMATS).map(async (format) => {
    let text = '';
    for await (const piece of cite.citations(format as cite.CitationFormatName, once(papers))) text += piece;
    return [format, text.trim()];
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** A stream that makes the next piece when it is asked for it, so that a slow reader costs no memory. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(bytes.encode(value));
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}

/** `GET /citations/{format}/{the path of a paper's or a list's page}`: a file for reference managers. */
export async function answerCitations(request: Request, format: string, path: readonly string[]): Promise<Response> {
  if (!cite.isCitationFormat(format))
    return plainRefusal(404, `Citations are ${Object.keys(cite.CITATION_FORMATS).join(', ')}.`);
  // Before anything is read: a long list is what the limit is for.
  if (paperIn(path) === undefined) {
    const taken = await services().exportLimit(clientKey(request.headers));
    if (!taken.allowed)
      return plainRefusal(429, 'That is more files than a reader needs. Wait a minute.', taken.retryAfter);
  }
  const asked = await readCited(path, new URL(request.url).searchParams);
  if (!asked.ok) return listRefused(asked.refusal);
  const { single, ids, file } = asked.value;
  if (single && (await services().citedPapers(ids)).length === 0) return plainRefusal(404, 'Paper not found.');
  const { mediaType, extension } = cite.CITATION_FORMATS[format];
  return new Response(streamOf(cite.citations(format, batches(asked.value))), {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file}.${extension}"`,
      'access-control-allow-origin': '*',
      'cache-control': single ? 'public, max-age=0, s-maxage=1' : 'no-cache',
    },
  });
}
