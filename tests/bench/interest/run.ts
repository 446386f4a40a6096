import {
  areaUnderCurve,
  averagePrecision,
  daysOf,
  type Example,
  firstShare,
  generator,
  type InterestModel,
  type Judged,
  packModel,
  scorePaper,
  trainInterest,
  unpackModel,
  type WantedEvent,
} from '@/src/recommend';
import { fact, heading } from '../report';
import { carries } from './carried';
import { interestCollection } from './collection';

// npm run bench:interest: how well the first day's order is, on months that the model has not seen.

const TEST_FROM = '2026-03-01';
const FIRST = 30;
const SMALLEST_DAY = 100;
const RESAMPLES = 200;

const { examples, events } = await interestCollection();
const earlier = examples.filter((example) => example.day < TEST_FROM && carries(example));
const past = events.filter(({ day }) => day < TEST_FROM);
const later = examples.filter(({ day }) => day >= TEST_FROM);

const both = trained('The first day’s order, on months not trained on', past);
const timed = performance.now();
for (const { paper } of later) scorePaper(both, paper);
fact('scoring', `${((1000 * (performance.now() - timed)) / later.length).toFixed(0)} µs a paper`);
measure('Carried categories', both, later.filter(carries));
measure('Every recorded category', both, later);

const textOnly = trained('The same without knowing any author', []);
measure('Carried categories', textOnly, later.filter(carries));
measure('Every recorded category', textOnly, later);

function trained(name: string, known: readonly WantedEvent[]): InterestModel {
  heading(name);
  const started = performance.now();
  const packed = packModel(trainInterest({ examples: earlier, events: known }));
  const wanted = earlier.filter((example) => example.wanted).length;
  fact('trained on', `${earlier.length} papers before ${TEST_FROM}, ${wanted} of them wanted`);
  fact('training', `${((performance.now() - started) / 1000).toFixed(1)} s`);
  fact('weights', `${Math.round(JSON.stringify(packed).length / 1000)} kB`);
  return unpackModel(packed);
}

function measure(name: string, model: InterestModel, papers: readonly Example[]): void {
  const judged = papers.map(({ paper, day, wanted }) => ({ day, wanted, score: scorePaper(model, paper) }));
  const days = daysOf(judged).filter((day) => day.length >= SMALLEST_DAY);
  const pool = days.flat();
  heading(name);
  fact('days, papers, wanted', `${days.length}, ${pool.length}, ${pool.filter(({ wanted }) => wanted).length}`);
  fact('papers a day', (pool.length / days.length).toFixed(0));
  fact('AUC', withInterval(days, areaUnderCurve));
  fact('average precision', withInterval(days, averagePrecision));
  fact(
    `share of the wanted in a day’s first ${FIRST}`,
    withInterval(days, (of) => firstShare(of, FIRST).share),
  );
  fact(
    'the same, mean of the days',
    withInterval(days, (of) => firstShare(of, FIRST).dayMean),
  );
}

/** A figure with its 95 % interval: days are drawn again with replacement. */
function withInterval(days: readonly Judged[][], figure: (papers: Judged[]) => number): string {
  const random = generator(1);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    // A day drawn twice is two days.
    figure(
      days.flatMap((_, at) =>
        (days[Math.floor(random() * days.length)] ?? []).map((paper) => ({ ...paper, day: `${at}` as Judged['day'] })),
      ),
    ),
  ).sort((a, b) => a - b);
  const at = (share: number): string => (drawn[Math.floor(share * RESAMPLES)] ?? Number.NaN).toFixed(3);
  return `${figure(days.flat()).toFixed(3)} (${at(0.025)} to ${at(0.975)})`;
}
