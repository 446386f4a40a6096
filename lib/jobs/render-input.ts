import { prepareSearch, type SearchRow } from '@/lib/search/prepare-search';
import type { MergedPaper } from '@/src/ingest';
import { type RenderedText, renderPaper } from '@/src/papers';

export type RenderInput = Parameters<typeof renderPaper>[0];
export type RenderResult = (RenderedText & { search: SearchRow }) | { failed: string };

/** What of a paper is rendered; little enough to be sent to a worker. */
export function renderInput({ title, abstract, authors, comment, codeUrl, projectUrl }: MergedPaper): RenderInput {
  return {
    title,
    abstract,
    authors,
    ...(comment !== undefined && { comment }),
    ...(codeUrl !== undefined && { codeUrl }),
    ...(projectUrl !== undefined && { projectUrl }),
  };
}

/** Renders one paper, and computes what searching needs of it; a text that defeats the renderer spoils nothing but itself. */
export function renderOne(input: RenderInput): RenderResult {
  try {
    const rendered = renderPaper(input);
    return { ...rendered, search: prepareSearch(rendered) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
