import type postgres from 'postgres';
import type { SearchThread } from '@/lib/search/thread/search-thread';
import type { PaperId } from '@/src/papers';
import { type Near, type SearchStore, type SimilarPaper, sharedWords, termsOf } from '@/src/search';
import { foundElsewhere } from './found-elsewhere';

const SPARE = 6;
const SHARED = 4;

type Options = {
  sql: postgres.Sql;
  thread: SearchThread;
  /** Answers until the index is loaded, and whenever its thread cannot. */
  fallback: SearchStore;
  onFault: (message: string) => void;
};

/** Searching by the index in memory; suggestions stay with the database. */
export function memorySearch({ sql, thread, fallback, onFault }: Options): SearchStore {
  const orElse = async <T>(own: () => Promise<T>, other: () => Promise<T>): Promise<T> => {
    if (!thread.isReady()) return await other();
    try {
      return await own();
    } catch (error) {
      onFault(`The search index did not answer: ${error instanceof Error ? error.message : error}`);
      return await other();
    }
  };
  return {
    search: async (request) => {
      // Outside of the turn to the database, so that a search that is too broad for it is told so, and not tried again.
      const elsewhere = thread.isReady() ? await foundElsewhere(sql, request) : undefined;
      if (elsewhere === undefined) return await fallback.search(request);
      return await orElse(
        () => thread.ask<'search'>({ kind: 'search', request, elsewhere }),
        () => fallback.search(request),
      );
    },
    similar: (id, options) =>
      orElse(
        async () => {
          const [row] = await sql<{ terms: Uint8Array }[]>`SELECT terms FROM paper_search WHERE paper_id = ${id}`;
          if (!row) return await fallback.similar(id, options);
          const terms = new Uint8Array(row.terms);
          const near = await thread.ask<'similar'>({
            kind: 'similar',
            paper: id,
            terms,
            options: { ...options, limit: options.limit + SPARE },
          });
          return (await withShared({ sql, thread }, id, near)).slice(0, options.limit);
        },
        () => fallback.similar(id, options),
      ),
    suggest: (prefix, limit) => fallback.suggest(prefix, limit),
  };
}

type Text = { id: string; title: string; abstract: string };

/** Names what each has in common with the paper, and drops the same paper under another id. */
async function withShared(
  { sql, thread }: Pick<Options, 'sql' | 'thread'>,
  id: string,
  near: readonly Near[],
): Promise<SimilarPaper[]> {
  const ids = [id, ...near.map((one) => one.id)];
  const rows = await sql<Text[]>`
    SELECT id, title_text AS title, abstract_text AS abstract FROM papers WHERE id = ANY (${ids}) AND (NOT hidden OR id = ${id})`;
  const texts = new Map(rows.map((row) => [row.id, row]));
  const own = texts.get(id);
  if (!own) return [];
  const stems = [...new Set(termsOf(`${own.title} ${own.abstract}`))];
  const weights = await thread.ask<'weights'>({ kind: 'weights', stems });
  const weightOf = new Map(stems.map((stem, at) => [stem, weights[at] ?? 0]));
  return near.flatMap(({ id: other, score }) => {
    const text = texts.get(other);
    if (!text || sameTitle(own.title, text.title)) return [];
    return [{ id: other as PaperId, score, shared: sharedWords({ own, other: text, weightOf, limit: SHARED }) }];
  });
}

const sameTitle = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
