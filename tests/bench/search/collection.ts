import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

export type Document = { id: string; title: string; text: string };
export type Query = { id: string; text: string; excluded: string | undefined };

/** A retrieval collection in the layout of BEIR: documents, queries and judgements (query → document → grade). */
export type Collection = {
  name: string;
  documents: Document[];
  queries: Query[];
  judged: Map<string, Map<string, number>>;
};

const metadata = z.object({ paper_id: z.string().optional() }).optional();
const documentLine = z.object({ _id: z.string(), title: z.string().default(''), text: z.string().default('') });
const queryLine = z.object({ _id: z.string(), text: z.string(), metadata });
const paperLine = z.object({ id: z.string(), title: z.string(), abstract: z.string() });

/** Reads `corpus.jsonl[.gz]`, `queries.jsonl[.gz]` and `qrels.tsv` (or `qrels/test.tsv`); `papers` stands in for a corpus. */
export function readCollection(folder: string, papers: string | undefined): Collection | undefined {
  const queries = present(folder, 'queries.jsonl', 'queries.jsonl.gz');
  const qrels = present(folder, 'qrels.tsv', 'qrels/test.tsv');
  const corpus = present(folder, 'corpus.jsonl.gz', 'corpus.jsonl');
  if (queries === undefined || qrels === undefined || (corpus ?? papers) === undefined) return undefined;
  const judged = new Map<string, Map<string, number>>();
  for (const line of readFileSync(qrels, 'utf8').split('\n').slice(1)) {
    const [query, document, grade] = line.trim().split('\t');
    if (query === undefined || document === undefined) continue;
    const own = judged.get(query) ?? new Map<string, number>();
    own.set(document, Number(grade));
    judged.set(query, own);
  }
  return {
    name: folder.replace(/\/+$/, '').split('/').at(-1) ?? folder,
    documents:
      corpus === undefined
        ? readPapers(papers ?? '')
        : jsonLines(corpus, documentLine).map(({ _id, ...rest }) => ({ id: _id, ...rest })),
    queries: readQueries(queries).filter(({ id }) => [...(judged.get(id)?.values() ?? [])].some((grade) => grade > 0)),
    judged,
  };
}

/** The recorded papers as documents. */
const readPapers = (path: string, limit = Number.POSITIVE_INFINITY): Document[] =>
  jsonLines(path, paperLine, limit).map(({ id, title, abstract }) => ({ id, title, text: abstract }));

/** The queries of a file. */
export const readQueries = (path: string): Query[] =>
  jsonLines(path, queryLine).map((query) => ({ id: query._id, text: query.text, excluded: query.metadata?.paper_id }));

function present(folder: string, ...names: string[]): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}

function jsonLines<T>(path: string, schema: z.ZodType<T>, limit = Number.POSITIVE_INFINITY): T[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .slice(0, limit)
    .map((line) => schema.parse(JSON.parse(line)));
}
