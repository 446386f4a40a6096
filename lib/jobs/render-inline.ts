import { breather } from '@/lib/breather';
import type { MergedPaper } from '@/src/ingest';
import { type RenderResult, renderInput, renderOne } from './render-input';

/** Renders on this thread, letting requests through every few milliseconds. For the server's own scheduled job. */
export async function renderInline(papers: readonly MergedPaper[]): Promise<RenderResult[]> {
  const results: RenderResult[] = [];
  const breathe = breather();
  for (const paper of papers) {
    results.push(renderOne(renderInput(paper)));
    await breathe();
  }
  return results;
}
