import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, openModel } from '@/src/search';

/** Names tokenizer and embedding together: raise it when either changes, and stored rows are made anew. */
export const BUILT_IN_MODEL = 'broadsheet-1';

const kept = globalThis as { broadsheetModel?: Model };

/** The embedding that comes with the project, read once a process. Every command of ours runs in the project's folder. */
export function builtInModel(folder = 'lib/search/model'): Model {
  kept.broadsheetModel ??= openModel({
    name: BUILT_IN_MODEL,
    vocabulary: readFileSync(join(folder, 'vocabulary.txt'), 'utf8'),
    table: readFileSync(join(folder, 'table.i8')),
    scales: readFileSync(join(folder, 'scales.f16')),
  });
  return kept.broadsheetModel;
}
