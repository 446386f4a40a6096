import type postgres from 'postgres';
import type { Log } from '@/lib/log';
import { builtInModel } from '@/lib/search/built-in-model';
import { askPatiently } from '@/lib/search/embedders/ask-patiently';
import type { Embedder } from '@/src/search';
import type { Meanings } from '../../search-store';
import { type KeptVectors, keepVectors } from './keep-vectors';

type Options = { sql: postgres.Sql; databaseUrl: string; embedder: Embedder | undefined; log: Log };

// Route modules may be loaded more than once; a process keeps vectors once.
const kept = globalThis as { broadsheetVectors?: KeptVectors };

/** Directions of questions by the model whose vectors pgvector holds now. */
export function ownMeanings(options: Options): Meanings {
  kept.broadsheetVectors ??= keepVectors(options);
  return meaningsOf(kept.broadsheetVectors, options);
}

/** The same, of vectors that are kept already. */
export function meaningsOf(
  vectors: Pick<KeptVectors, 'choice'>,
  { embedder, log }: Pick<Options, 'embedder' | 'log'>,
): Meanings {
  const ask = embedder && askPatiently(embedder, { onFault: log.warn });
  return {
    choice: vectors.choice,
    of: async (text) => {
      const choice = vectors.choice();
      if (!choice) return undefined;
      const vector = choice.model === embedder?.name ? await ask?.(text) : builtInModel().encode(text);
      return vector?.some((value) => value !== 0) ? { ...choice, vector } : undefined;
    },
  };
}
