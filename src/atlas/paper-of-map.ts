import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';

/** A paper as the map of its day shows it. */
export type MapPaper = {
  id: PaperId;
  titleText: string;
  titleHtml: string;
  abstractText: string;
  authors: string[];
  authorCount: number;
  primaryCategory: string;
  votes: number;
  /** Its stored direction in meaning, where it has one. */
  vector: Int8Array | null;
};

/** Where a paper stands, in units of a square of `MAP_SIZE`, and in which group. */
export type Place = { id: PaperId; x: number; y: number; group: number };

/** A group's words, the most telling first, and where they are written. */
export type Group = { words: string[]; x: number; y: number };

export type Layout = { places: Place[]; groups: Group[] };

/** The side of the square that a map is drawn in. */
export const MAP_SIZE = 1000;

/** A map holds so many papers, the first in the day's order. */
export const MOST_ON_MAP = 500;

/** What the map of a day reads and keeps. A kept layout is one of exactly the papers that `key` stands for. */
export interface AtlasStore {
  /** Papers shown on the day, in its order, at most `limit`, and how many there are in all. */
  papers(day: UtcDay, limit: number): Promise<{ papers: MapPaper[]; total: number }>;
  kept(day: UtcDay, papers: readonly MapPaper[]): Promise<Layout | null>;
  keep(day: UtcDay, papers: readonly MapPaper[], layout: Layout): Promise<void>;
}
