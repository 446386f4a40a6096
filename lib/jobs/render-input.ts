import { prepareSearch, type SearchRow } from '@/lib/search/prepare-search';
import type { MergedPaper } from '@/src/ingest';
import { type RenderedText, renderPaper } from '@/src/papers';
import { interestOf } from './interest-of';

export type RenderInput = Parameters<typeof renderPaper>[0] & Pick<MergedPaper, 'primaryCategory' | 'categories'>;
export type RenderResult = (RenderedText & { search: SearchRow; interest: number }) | { failed: string };

/** What of a paper is rendered and scored; little enough to be sent to a worker. */
export function renderInput(paper: MergedPaper): RenderInput {
  const { title, abstract, authors, primaryCategory, categories, comment, codeUrl, projectUrl } = paper;
  return {
    title,
    abstract,
    authors,
    primaryCategory,
    categories,
    ...(comment !== undefined && { comment }),
    ...(codeUrl !== undefined && { codeUrl }),
    ...(projectUrl !== undefined && { projectUrl }),
  };
}

/** Renders one paper, and computes what searching and the order of unvoted papers need of it; a text that defeats the renderer spoils nothing but itself. */
export function renderOne(input: RenderInput): RenderResult {
  try {
    const rendered = renderPaper(input);
    return { ...rendered, search: prepareSearch(rendered), interest: interestOf(input) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
