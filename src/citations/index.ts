export type { CitedPaper } from './cited-paper';
export { CITATION_FORMATS, type CitationFormatName, citations, isCitationFormat } from './write-citations';
