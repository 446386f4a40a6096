import { describe, expect, test } from 'vitest';
import { addDays, type UtcDay } from '@/src/shared';
import type { Example } from './candidate';
import { packedModel, packModel, unpackModel } from './interest-model';
import { generator } from './logistic';
import { areaUnderCurve, averagePrecision, firstShare } from './measure';
import { FEWEST_WANTED_PAPERS, retrainingSteps } from './retrain';
import { scorePaper, storedScore } from './score-paper';
import { shippedModel } from './shipped';
import { trainInterest } from './train-interest';

const FIRST_DAY = '2026-01-05' as UtcDay;
const PLAIN = ['method', 'result', 'shows', 'with', 'under', 'for', 'study', 'theory', 'bound', 'noise'];

/** Days of papers of which those about lanterns are wanted, most of the time; wanted ones have a favourite author. */
function town({ days, papers, seed }: { days: number; papers: number; seed: number }): Example[] {
  const random = generator(seed);
  const word = () => PLAIN[Math.floor(random() * PLAIN.length)] as string;
  return Array.from({ length: days * papers }, (_, at): Example => {
    const wanted = random() < 0.25;
    const about = random() < 0.9 ? wanted : !wanted;
    const text = Array.from({ length: 30 }, word);
    return {
      day: addDays(FIRST_DAY, Math.floor(at / papers)),
      wanted,
      paper: {
        title: `On the ${word()} of ${about ? 'lanterns' : 'kettles'}`,
        abstract: `We ${text.join(' ')}.`,
        comment: undefined,
        authors: [wanted && random() < 0.5 ? 'Ada Lovelace' : `Person ${'abcdefghij'[at % 10]}`, `Someone ${at}`],
        primaryCategory: 'cs.CL',
        categories: ['cs.CL'],
      },
    };
  });
}

const eventsOf = (examples: readonly Example[]) =>
  examples.filter(({ wanted }) => wanted).map(({ day, paper }) => ({ day, authors: paper.authors }));

function run<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('training', () => {
  const examples = town({ days: 40, papers: 30, seed: 7 });
  const model = trainInterest({ examples, events: eventsOf(examples) });

  test('learns which words and which authors were wanted', () => {
    expect(model.title.get('lanterns')?.weight).toBeGreaterThan(0);
    expect(model.title.get('kettles')?.weight).toBeLessThan(0);
    const [some] = town({ days: 1, papers: 1, seed: 3 });
    if (!some) throw new Error('no paper');
    const by = (author: string) => scorePaper(model, { ...some.paper, authors: [author, 'Nobody Known'] });
    expect(by('Ada Lovelace')).toBeGreaterThan(by('Unheard Name'));
  });

  test('orders papers that it has not seen', () => {
    const later = town({ days: 10, papers: 40, seed: 99 });
    const judged = later.map(({ paper, day, wanted }) => ({ day, wanted, score: scorePaper(model, paper) }));
    expect(areaUnderCurve(judged)).toBeGreaterThan(0.85);
    expect(firstShare(judged, 10).share).toBeGreaterThan(0.6);
  });

  test('the same papers give the same weights', () => {
    expect(packModel(trainInterest({ examples, events: eventsOf(examples) }))).toEqual(packModel(model));
  });

  test('a model that was packed and unpacked scores alike', () => {
    const again = unpackModel(packedModel.parse(JSON.parse(JSON.stringify(packModel(model)))));
    for (const { paper } of examples.slice(0, 100))
      expect(scorePaper(again, paper)).toBeCloseTo(scorePaper(model, paper), 1);
    expect([...again.authors.keys()].sort()).toEqual([...model.authors.keys()].sort());
  });
});

describe('weights of an instance’s own', () => {
  const { model: shipped } = shippedModel();

  test('are not trained on a handful of votes', () => {
    const few = town({ days: 10, papers: 20, seed: 1 });
    expect(run(retrainingSteps(few, shipped))).toMatchObject({ outcome: 'too-few', days: 10 });
  });

  test('are better where readers want something else', () => {
    const own = town({ days: 40, papers: 40, seed: 5 });
    expect(own.filter(({ wanted }) => wanted).length).toBeGreaterThan(FEWEST_WANTED_PAPERS);
    const result = run(retrainingSteps(own, shipped));
    expect(result).toMatchObject({ outcome: 'compared', better: true });
    if (result.outcome === 'compared') expect(result.own.auc).toBeGreaterThan(result.shipped.auc);
  });

  test('are not taken where votes follow nothing', () => {
    const random = generator(11);
    const noise = town({ days: 40, papers: 40, seed: 5 }).map((example) => ({ ...example, wanted: random() < 0.25 }));
    const result = run(
      retrainingSteps(noise, { ...shipped, title: new Map([['lanterns', { rarity: 1, weight: 9 }]]) }),
    );
    if (result.outcome !== 'compared') throw new Error('too few');
    expect(result.own.auc).toBeLessThan(0.6);
    expect(result.better).toBe(result.own.auc > result.shipped.auc && result.own.first >= result.shipped.first);
  });
});

describe('measures', () => {
  const day = FIRST_DAY;
  const judged = (scores: [number, boolean][]) => scores.map(([score, wanted]) => ({ day, score, wanted }));

  test('the area is the chance that a wanted paper stands above another; a tie is half a win', () => {
    expect(
      areaUnderCurve(
        judged([
          [3, true],
          [2, false],
          [1, false],
        ]),
      ),
    ).toBe(1);
    expect(
      areaUnderCurve(
        judged([
          [1, true],
          [2, false],
          [1, false],
          [0, false],
        ]),
      ),
    ).toBe(0.5);
  });

  test('average precision and the share within the first', () => {
    const papers = judged([
      [4, true],
      [3, false],
      [2, true],
      [1, false],
    ]);
    expect(averagePrecision(papers)).toBeCloseTo((1 + 2 / 3) / 2);
    expect(firstShare(papers, 2)).toEqual({ share: 0.5, dayMean: 0.5 });
  });
});

test('the shipped weights prefer a released system by known hands to a survey of kettles', () => {
  const { model } = shippedModel();
  const paper = {
    comment: undefined,
    authors: ['A B', 'C D', 'E F', 'G H', 'I J', 'K L', 'M N', 'O P'],
    primaryCategory: 'cs.CL',
    categories: ['cs.CL', 'cs.AI'],
    title: 'LampLM: Scaling Reinforcement Learning for Long Video Generation',
    abstract:
      'We introduce LampLM, a unified model that scales reinforcement learning. It generates long video. Code and models are released at https://github.com/lamp/lamp.',
  };
  const dull = {
    ...paper,
    authors: ['A B'],
    primaryCategory: 'cs.LG',
    categories: ['cs.LG'],
    title: 'Detection of kettle faults based on feature extraction',
    abstract: 'The proposed method improves the classification accuracy of clinical datasets.',
  };
  expect(scorePaper(model, paper)).toBeGreaterThan(scorePaper(model, dull) + 1);
});

test('hostile and empty texts get a finite score', () => {
  const { model } = shippedModel();
  for (const text of ['', '$', '\\', '(((', '%'.repeat(50_000), 'é'.repeat(50_000), '__proto__ constructor toString'])
    expect(
      Number.isInteger(
        storedScore(
          scorePaper(model, {
            title: text,
            abstract: text,
            comment: text,
            authors: [text],
            primaryCategory: '',
            categories: [],
          }),
        ),
      ),
    ).toBe(true);
});
