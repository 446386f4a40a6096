import type { PaperId } from '@/src/papers';
import type { PaperSource, SourceAnswer } from '@/src/submissions';
import { apiSource } from './api-source';
import { FetchFault } from './fetch-fault';
import type { PoliteFetch } from './polite-fetch';

/** Asks the arXiv API for single papers while somebody waits: one try, and a few seconds for the turn and the answer. */
export function paperLookup({ fetch, baseUrl }: { fetch: PoliteFetch; baseUrl: string }): PaperSource {
  const hasty: PoliteFetch = (url, options) =>
    fetch(url, { attempts: 1, timeoutMs: 8_000, maxWaitMs: 8_000, maxBytes: 8_000_000, ...options });
  return async (ids) => {
    const answers = new Map<PaperId, SourceAnswer>();
    const source = apiSource(
      { fetch: hasty, baseUrl },
      ids.map((id) => ({ id })),
      (id) => answers.set(id as PaperId, { kind: 'unknown' }),
    );
    let why = 'The answer of arXiv was cut off.';
    try {
      for await (const event of source.events(new AbortController().signal)) {
        if (event.kind !== 'paper') continue;
        const { facts } = event.record;
        // Only what was asked for. Which day it was announced on is for ingest to know; here it is on no list yet.
        if (ids.includes(facts.id)) answers.set(facts.id, { kind: 'found', record: { ...event.record, listings: [] } });
      }
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      why = error.message;
    }
    for (const id of ids) if (!answers.has(id)) answers.set(id, { kind: 'unreachable', why });
    return answers;
  };
}
