import type { Ranked } from '@/src/feed';
import type { PaperId } from '@/src/papers';

/** A paper that an edition may hold, as light as choosing allows. */
export type Candidate = Ranked & {
  id: PaperId;
  categories: readonly string[];
  /** When the digest first knew of it: what windows are cut by. */
  arrivedAt: Date;
  /** Title and abstract as `foldWords` gives them; asked for only where a reader named words. */
  words: () => string;
};

/** From the end of the window before, not included, to its own end, included. */
export type Window = { from: Date; to: Date };

/** What a reader wants to get, of what there is. */
export type Taste = {
  /** Empty means all. */
  categories: readonly string[];
  /** Words or phrases of which a paper must have one; empty asks for none. */
  includeWords: readonly string[];
  /** Words or phrases of which a paper must have none. */
  excludeWords: readonly string[];
  /** At most so many papers. */
  papers: number;
};
