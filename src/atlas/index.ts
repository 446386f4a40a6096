export { radiusOf } from './fit-square';
export type { AtlasStore, Group, Layout, MapPaper, Place } from './paper-of-map';
export type { DayMap } from './read-map';
export { readMap } from './read-map';
export { haveDirections } from './stored-rows';
