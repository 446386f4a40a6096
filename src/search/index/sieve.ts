import type { Room } from './room';
import { bytesOf, differing, foursOf, signsOf } from './signs';
import type { Vectors } from './vectors';

/** The model's first dimensions say most: their signs choose who is looked at whole. */
const HEAD_WORDS = 4;
const LOOKED_AT = 6;
const MOST_DIMENSIONS = 4_096;

type Wanted = { papers: number; count: number };

/**
 * The `count` allowed papers whose vectors have most signs in common with a query's, of equals the first; found among
 * those, six times as many, that have most of the first 128 in common.
 */
export function nearest(vectors: Vectors, query: Float32Array, room: Room, { papers, count }: Wanted): Uint32Array {
  const { signs, words } = vectors;
  const { distances, list } = room;
  const q = signsOf(query, words);
  const histogram = words === 8 ? headOfEight(signs, q, room, papers) : headOf(signs, q, words, room, papers);
  const looked = closestOfAll(room, papers, edgeOf(histogram, words <= HEAD_WORDS ? count : LOOKED_AT * count));
  if (words <= HEAD_WORDS) return list.slice(0, looked);
  for (let at = 0; at < looked; at++) {
    const paper = list[at] as number;
    distances[paper] = differing(signs, paper * words, q, words);
  }
  return closest(list.subarray(0, looked), distances, count);
}

/** Distances of the first signs, and how many allowed papers are at each. Unrolled for 256 dimensions: all papers pass. */
function headOfEight(
  signs: Uint32Array,
  query: Uint32Array,
  { distances, allowed }: Room,
  papers: number,
): Uint32Array {
  const histogram = new Uint32Array(MOST_DIMENSIONS + 1);
  const [a, b, c, d] = query as unknown as [number, number, number, number];
  for (let paper = 0, at = 0; paper < papers; paper++, at += 8) {
    const fours = foursOf((signs[at] as number) ^ a) + foursOf((signs[at + 1] as number) ^ b);
    const more = foursOf((signs[at + 2] as number) ^ c) + foursOf((signs[at + 3] as number) ^ d);
    const distance = Math.imul(bytesOf(fours) + bytesOf(more), 0x01010101) >>> 24;
    distances[paper] = distance;
    histogram[distance] = (histogram[distance] as number) + (allowed[paper] as number);
  }
  return histogram;
}

function headOf(signs: Uint32Array, query: Uint32Array, words: number, room: Room, papers: number): Uint32Array {
  const histogram = new Uint32Array(MOST_DIMENSIONS + 1);
  for (let paper = 0; paper < papers; paper++) {
    const distance = differing(signs, paper * words, query, Math.min(words, HEAD_WORDS));
    room.distances[paper] = distance;
    histogram[distance] = (histogram[distance] as number) + (room.allowed[paper] as number);
  }
  return histogram;
}

type Edge = { distance: number; ties: number };

/** Up to which distance `count` papers go, and how many of those at it. */
function edgeOf(histogram: Uint32Array, count: number): Edge {
  let below = 0;
  for (let distance = 0; distance < histogram.length; distance++) {
    const here = histogram[distance] as number;
    if (below + here > count) return { distance, ties: count - below };
    below += here;
  }
  return { distance: histogram.length, ties: 0 };
}

/** Writes the allowed papers within an edge into the room's list; returns how many. */
function closestOfAll({ distances, allowed, list }: Room, papers: number, edge: Edge): number {
  let { ties } = edge;
  let used = 0;
  for (let paper = 0; paper < papers; paper++) {
    const distance = distances[paper] as number;
    if (distance > edge.distance || allowed[paper] === 0) continue;
    if (distance < edge.distance || ties-- > 0) list[used++] = paper;
  }
  return used;
}

/** The papers of a list at the smallest distances, in its order. */
function closest(list: Uint32Array, distances: Uint16Array, count: number): Uint32Array {
  const histogram = new Uint32Array(MOST_DIMENSIONS + 1);
  for (let at = 0; at < list.length; at++) {
    const distance = distances[list[at] as number] as number;
    histogram[distance] = (histogram[distance] as number) + 1;
  }
  const edge = edgeOf(histogram, count);
  let { ties } = edge;
  const chosen = new Uint32Array(Math.min(list.length, count));
  let used = 0;
  for (let at = 0; at < list.length; at++) {
    const paper = list[at] as number;
    const distance = distances[paper] as number;
    if (distance < edge.distance || (distance === edge.distance && ties-- > 0)) chosen[used++] = paper;
  }
  return chosen;
}
