import { sessionOf } from '@/lib/auth/viewer';
import { streamOf } from '@/lib/next/citations';
import { pathWith, seeOther } from '@/lib/next/form';
import { plainRefusal } from '@/lib/next/plain-refusal';
import { services } from '@/lib/services';
import * as cite from '@/src/citations';

const BATCH = 250;
const MOST = 20_000;

async function* ownPapers(userId: string): AsyncGenerator<cite.CitedPaper[]> {
  const ids = await services().listIds({ list: { kind: 'saved', userId }, limit: MOST, offset: 0 });
  for (let at = 0; at < ids.length; at += BATCH) yield services().citedPapers(ids.slice(at, at + BATCH));
}

/** `GET /saved/export/{format}`; `unmatched` gives the imported entries without a paper as they came, as CSL-JSON. */
export async function answerOwnExport(request: Request, format: string): Promise<Response> {
  const session = await sessionOf(request);
  if (!session) return seeOther(pathWith('/sign-in', { next: '/saved' }));
  const headers = (type: string, name: string) => ({
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  });
  const { 'csl-json': csl } = cite.CITATION_FORMATS;
  if (format === 'unmatched') {
    const items = await services().library.items(session.viewer.id);
    return new Response(JSON.stringify(items, null, 2), { headers: headers(csl.mediaType, 'not-here.csl.json') });
  }
  if (!cite.isCitationFormat(format)) return plainRefusal(404, 'Exports are bibtex, biblatex, ris and csl-json.');
  const { mediaType, extension } = cite.CITATION_FORMATS[format];
  const body = streamOf(cite.citations(format, ownPapers(session.viewer.id)));
  return new Response(body, { headers: headers(mediaType, `saved.${extension}`) });
}
