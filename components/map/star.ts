import type { MapPaper, Place } from '@/src/atlas';

/** A paper on the map. `hue` numbers its category's colour; 0 is that of all the rest. */
export type Star = Omit<MapPaper, 'vector'> & Place & { hue: number; radius: number; extract: string };
