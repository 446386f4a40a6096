import type { MergedPaper } from '@/src/ingest';
import { type RenderedText, renderPaper } from '@/src/papers';

export type RenderInput = Parameters<typeof renderPaper>[0];
export type RenderResult = RenderedText | { failed: string };

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

/** Renders one paper; a text that defeats the renderer spoils nothing but itself. */
export function renderOne(input: RenderInput): RenderResult {
  try {
    return renderPaper(input);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
