import { setImmediate as turn } from 'node:timers/promises';
import type { MergedPaper } from '@/src/ingest';
import { type RenderResult, renderInput, renderOne } from './render-input';

const LONGEST_STRETCH_MS = 8;

/** Renders on this thread, letting requests through every few milliseconds. For the server's own scheduled job. */
export async function renderInline(papers: readonly MergedPaper[]): Promise<RenderResult[]> {
  const results: RenderResult[] = [];
  let since = performance.now();
  for (const paper of papers) {
    results.push(renderOne(renderInput(paper)));
    if (performance.now() - since < LONGEST_STRETCH_MS) continue;
    await turn();
    since = performance.now();
  }
  return results;
}
