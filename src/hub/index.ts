export type { Voice } from './answers';
export { hubFound, hubItem, hubPaperAnswer, hubShort } from './answers';
export { highlighted } from './highlighted';
export type { HubRecord, HubStore } from './hub-record';
export { openApiDocument } from './openapi';
export { DAILY, NEWEST, readParameters, SEARCH, writeCursor } from './parameters';
export { readDaily } from './read-daily';
export { COMMENT, INDEXED, SUBMISSION } from './schemas';
