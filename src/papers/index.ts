export { authorKey } from './author-key';
export { extract } from './extract';
export type { PaperReference, ReferenceRefusal } from './identifier';
export { parsePaperId, parsePaperReference } from './identifier';
export type { Organization, PaperId, PaperVersion, RenderedText, SourcePaper } from './paper';
export { paperUrls } from './paper-urls';
export { RENDER_VERSION, renderPaper } from './render-paper';
export { isWithdrawn } from './withdrawn';
