import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { readBody } from '@/lib/sources/read-body';
import { retryAfterMs } from '@/lib/sources/retry-after';
import { checkedVector, type Embedder, EmbeddingFault, unit } from '@/src/search';
import type { EmbedderSettings } from './settings';

type Settings = Extract<EmbedderSettings, { kind: 'openai' }>;
type Tools = {
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
  timeoutMs?: number;
};

const BATCH = 64;
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const TIMEOUT_MS = 60_000;
/** 64 vectors of 4,096 numbers in decimals take some 4 MB. */
const MOST_BYTES = 32_000_000;
/** Hosts refuse texts that are longer than their models read; abstracts stay far below. */
const LONGEST_TEXT = 8_000;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()) })),
});

type Ask = { texts: readonly string[]; attempts: number; signal?: AbortSignal };

/** Any endpoint that speaks OpenAI's `POST /embeddings`. */
export function openAiEmbedder(settings: Settings, tools: Tools = {}): Embedder {
  const { sleep = wait, random = Math.random } = tools;
  const { name, dimensions, paperPrefix, questionPrefix } = settings;

  const ask = async ({ texts, attempts, signal }: Ask): Promise<Float32Array[]> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(settings, tools, { texts, signal });
      if ('vectors' in outcome) return outcome.vectors;
      if (attempt >= attempts || !outcome.again) throw outcome.fault;
      const growing = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + random() / 2);
      await sleep(Math.min(LONGEST_WAIT_MS, outcome.waitMs ?? growing));
    }
  };
  return {
    name,
    dimensions,
    batch: BATCH,
    embedPapers: (papers) =>
      ask({ texts: papers.map(({ title, abstract }) => `${paperPrefix}${title}\n${abstract}`), attempts: ATTEMPTS }),
    embedQuestion: async (text, signal) => {
      const [vector] = await ask({ texts: [`${questionPrefix}${text}`], attempts: 1, signal });
      return unit(vector ?? new Float32Array(dimensions));
    },
  };
}

type Outcome = { vectors: Float32Array[] } | { fault: EmbeddingFault; again: boolean; waitMs?: number | undefined };

async function once(
  settings: Settings,
  tools: Tools,
  { texts, signal }: { texts: readonly string[]; signal: AbortSignal | undefined },
): Promise<Outcome> {
  const { host } = new URL(settings.url);
  const timeout = AbortSignal.timeout(tools.timeoutMs ?? TIMEOUT_MS);
  try {
    const response = await (tools.fetch ?? fetch)(`${settings.url}/embeddings`, {
      method: 'POST',
      // The key is for this host alone.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(settings.key !== undefined && { authorization: `Bearer ${settings.key}` }),
      },
      body: JSON.stringify({
        model: settings.model,
        input: texts.map((text) => text.slice(0, LONGEST_TEXT)),
        encoding_format: 'float',
      }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const body = await readBody(response, MOST_BYTES);
    if (!response.ok) return refused(host, response);
    return { vectors: vectorsOf(body, settings, texts.length) };
  } catch (error) {
    if (error instanceof EmbeddingFault) return { fault: error, again: false };
    const late = timeout.aborted || signal?.aborted === true;
    const message = late
      ? `${host} did not give vectors in time.`
      : `${host} cannot be asked for vectors: ${reason(error)}.`;
    return { fault: new EmbeddingFault(message, { cause: error }), again: true };
  }
}

function refused(host: string, response: Response): Outcome {
  const { status } = response;
  const hint =
    status === 401 || status === 403
      ? ' Look at EMBEDDINGS_KEY.'
      : status === 404
        ? ' Look at EMBEDDINGS_URL and EMBEDDINGS_MODEL.'
        : '';
  return {
    // Not what it wrote: hosts repeat keys in it.
    fault: new EmbeddingFault(`${host} answered with HTTP ${status} when it was asked for vectors.${hint}`),
    again: status === 408 || status === 429 || status >= 500,
    waitMs: retryAfterMs(response.headers.get('retry-after'), new Date()),
  };
}

function vectorsOf(body: Buffer, settings: Settings, count: number): Float32Array[] {
  const parsed = answerSchema.safeParse(parsedJson(body));
  if (!parsed.success) throw new EmbeddingFault(`${settings.name}: what the endpoint answered holds no vectors.`);
  const vectors: Float32Array[] = new Array(count);
  for (const { index, embedding } of parsed.data.data)
    if (index < count) vectors[index] = checkedVector(embedding, settings);
  for (let at = 0; at < count; at++)
    if (vectors[at] === undefined)
      throw new EmbeddingFault(`${settings.name}: the endpoint left out some of the vectors it was asked for.`);
  return vectors;
}

function parsedJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const reason = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause
    ? String(cause.code)
    : cause instanceof Error
      ? cause.message
      : String(cause);
};
