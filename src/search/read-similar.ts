import type { Card } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import type { CardReader } from './read-search';
import type { SearchStore, SimilarOptions } from './search-store';
import { SearchTooBroad } from './too-broad';

const NEAREST = 10;

export const SIDES = ['any', 'newer', 'older'] as const;
export type Side = SimilarOptions['side'];

/** A paper's kin as its page shows it; `shared` are the weightiest words that both have. */
export type Kin = { card: Card; shared: string[] };

/** The side that a query asks for; any where it makes no sense. */
export const parseSide = (text: string | null | undefined): Side => SIDES.find((side) => side === text) ?? 'any';

/** Reads the ten nearest papers. None where the index takes too long: a paper's page is worth reading without them. */
export async function readSimilar(
  { search, feed }: { search: SearchStore; feed: CardReader },
  { id, side }: { id: PaperId; side: Side },
): Promise<Kin[]> {
  const near = await search.similar(id, { limit: NEAREST, side }).catch((error: unknown) => {
    if (error instanceof SearchTooBroad) return [];
    throw error;
  });
  const cards = new Map((await feed.cards(near.map((one) => one.id))).map((card) => [card.id, card]));
  return near.flatMap((one) => {
    const card = cards.get(one.id);
    return card === undefined ? [] : [{ card, shared: one.shared }];
  });
}
