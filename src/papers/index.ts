export { authorKey } from './author-key';
/** @public Descriptions of pages and digests begin with it. */
export { extract } from './extract';
export { formulaHtml } from './formula-html';
export type { PaperReference } from './identifier';
export { parsePaperId, parsePaperReference } from './identifier';
export { listMarkdown } from './list-markdown';
export type { Organization, PaperId, PaperVersion, RenderedText } from './paper';
export { paperMarkdown } from './paper-markdown';
export { paperUrls } from './paper-urls';
export { RENDER_VERSION, renderPaper } from './render-paper';
export { accentOf } from './tex/accents';
export { escapeHtml } from './tex/escape-html';
export { lineAsTex } from './tex/render';
export { isWithdrawn } from './withdrawn';
