import type { Example } from './candidate';
import type { InterestModel } from './interest-model';
import { areaUnderCurve, daysOf, firstShare, type Judged } from './measure';
import { scorePaper } from './score-paper';
import { trainingSteps } from './train-interest';

/** From so many papers with votes of the instance's own, on so many days, its own weights may be trained. */
export const FEWEST_WANTED_PAPERS = 200;
export const FEWEST_DAYS = 20;
/** The last of the days are not trained on; shipped and own weights are compared on them. */
export const HELD_OUT_SHARE = 0.25;

const FIRST = 30;

export type Figures = { auc: number; first: number };

export type Retrained =
  | { outcome: 'too-few'; wanted: number; days: number }
  | { outcome: 'compared'; own: Figures; shipped: Figures; better: boolean; model: InterestModel };

/**
 * Trains on an instance's own votes and compares the result with the shipped weights on later days that it was not trained
 * on. It is better when its AUC is higher and no fewer of the wanted papers stand within a day's first thirty.
 */
export function* retrainingSteps(examples: readonly Example[], shipped: InterestModel): Generator<void, Retrained> {
  const days = daysOf(examples)
    .filter((day) => day.some(({ wanted }) => wanted))
    .sort(([a], [b]) => ((a?.day ?? '') < (b?.day ?? '') ? -1 : 1));
  const wanted = days.flat().filter((example) => example.wanted).length;
  if (wanted < FEWEST_WANTED_PAPERS || days.length < FEWEST_DAYS)
    return { outcome: 'too-few', wanted, days: days.length };
  const cut = Math.floor(days.length * (1 - HELD_OUT_SHARE));
  const trained = yield* ownSteps(days.slice(0, cut).flat());
  const later = days.slice(cut).flat();
  const own = figuresOf(trained, later);
  const before = figuresOf(shipped, later);
  const better = own.auc > before.auc && own.first >= before.first;
  // What is used has seen all days; how good the recipe is, the held-out ones have told.
  const model = better ? yield* ownSteps(days.flat()) : trained;
  return { outcome: 'compared', own, shipped: before, better, model };
}

const ownSteps = (examples: readonly Example[]): Generator<void, InterestModel> =>
  trainingSteps({
    examples,
    events: examples.filter(({ wanted }) => wanted).map(({ day, paper }) => ({ day, authors: paper.authors })),
    fewestPapers: 5,
  });

function figuresOf(model: InterestModel, examples: readonly Example[]): Figures {
  const judged: Judged[] = examples.map(({ paper, day, wanted }) => ({ day, wanted, score: scorePaper(model, paper) }));
  return { auc: areaUnderCurve(judged), first: firstShare(judged, FIRST).share };
}
