import type { Figures } from './retrain';

/** The weights in use. `own` ones were trained on this instance's votes. */
export type UsedModel = {
  name: string;
  source: 'shipped' | 'own';
  madeAt: Date | null;
  /** On the instance's own held-out days, where it has compared. */
  figures: { own: Figures; shipped: Figures } | null;
  /** The signs that add most and take most, in words, with their log-odds. */
  raises: Weight[];
  lowers: Weight[];
};

export type Weight = { sign: string; weight: number };

/** What the page about the order reads. */
export interface InterestStore {
  used(): Promise<UsedModel>;
}
