import { authorKey } from './author-key';
import { cleanAuthorNames } from './author-names';
import type { RenderedText, SourcePaper } from './paper';
import { resourceLinks } from './resource-links';
import { renderLine, renderParagraphs } from './tex/render';

/** Raised with every change that makes the output differ, so that stored papers are rendered again. */
export const RENDER_VERSION = 1;

type Source = Pick<SourcePaper, 'title' | 'abstract' | 'authors' | 'comment' | 'codeUrl' | 'projectUrl'>;

/**
 * Renders a paper's text once, at ingest: sanitised HTML and plain text with Unicode math, display names and their
 * keys, and the code and project page that the abstract or comment names. Never throws on any text.
 */
export function renderPaper(source: Source): RenderedText {
  const title = renderLine(source.title);
  const abstract = renderParagraphs(source.abstract);
  const comment = source.comment === undefined ? undefined : renderLine(source.comment);
  const authors = cleanAuthorNames(source.authors);
  const links = [...abstract.links, ...(comment?.links ?? [])];
  return {
    titleHtml: title.html,
    titleText: title.text,
    abstractHtml: abstract.html,
    abstractText: abstract.text,
    authors,
    authorKeys: authors.map(authorKey),
    ...(comment !== undefined && comment.html !== '' && { commentHtml: comment.html }),
    ...resourceLinks({
      links,
      ...(source.codeUrl !== undefined && { codeUrl: source.codeUrl }),
      ...(source.projectUrl !== undefined && { projectUrl: source.projectUrl }),
    }),
  };
}
