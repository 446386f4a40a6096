import type { Embedder } from '@/src/search';

const DEADLINE_MS = 700;
const PAUSE_MS = 15_000;
const KEPT = 500;

type Options = { onFault: (message: string) => void; deadlineMs?: number; now?: () => number };

/**
 * A question's direction, or null where it is not had soon: a search does not wait for a slow host, and after a fault none asks for
 * a while. The last questions' directions are remembered, so paging asks once.
 */
export function askPatiently(
  embedder: Embedder,
  { onFault, deadlineMs = DEADLINE_MS, now = Date.now }: Options,
): (text: string) => Promise<Float32Array | null> {
  const kept = new Map<string, Float32Array>();
  let until = 0;
  return async (text) => {
    if (text.trim() === '') return null;
    const known = kept.get(text);
    if (known) return known;
    if (now() < until) return null;
    try {
      const vector = await inTime(embedder.embedQuestion(text, AbortSignal.timeout(deadlineMs)), deadlineMs);
      const oldest = kept.keys().next();
      if (kept.size >= KEPT && oldest.value !== undefined) kept.delete(oldest.value);
      kept.set(text, vector);
      return vector;
    } catch (error) {
      until = now() + PAUSE_MS;
      onFault(
        `Searching by words alone for ${PAUSE_MS / 1_000} s: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };
}

// A model on this machine cannot be stopped in the middle.
async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('the model takes too long')), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
