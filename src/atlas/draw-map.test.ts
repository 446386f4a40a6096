import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { mapSteps } from './draw-map';
import { radiusOf } from './fit-square';
import { type AtlasStore, type Layout, MAP_SIZE, type MapPaper } from './paper-of-map';
import { readMap } from './read-map';
import { termsOf } from './terms';

const SUBJECTS = [
  'tidal lagoon turbines harvest power from the tidal lagoon while turbines spin',
  'medieval parchment manuscripts fade and parchment restorers scan medieval manuscripts',
  'honeybee foragers dance and honeybee colonies choose foragers by dance',
  'glacier crevasses melt and glacier radar maps crevasses before winter',
  'violin varnish resonates while violin makers tune spruce plates',
];

const day = (count: number): MapPaper[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `2601.${String(at).padStart(5, '0')}` as PaperId,
    titleText: `${SUBJECTS[at % 5]?.split(' ').slice(0, 3).join(' ')} ${at}`,
    titleHtml: '',
    abstractText: `${SUBJECTS[at % 5]}, seen from angle ${'abcdefgh'[at % 8]} of the river valley.`,
    authors: [],
    authorCount: 0,
    primaryCategory: 'cs.CL',
    votes: at % 11 === 0 ? 30 : 0,
    vector: null,
  }));

function draw(papers: MapPaper[]): Layout {
  const steps = mapSteps(papers);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a map', () => {
  const papers = day(90);
  const layout = draw(papers);

  test('is always the same for the same papers', () => {
    expect(draw(papers)).toEqual(layout);
  });

  test('puts papers of one subject together', () => {
    let [near, alike] = [0, 0];
    for (const [at, a] of layout.places.entries()) {
      const others = [...layout.places.entries()].filter(([other]) => other !== at);
      others.sort(([, b], [, c]) => Math.hypot(a.x - b.x, a.y - b.y) - Math.hypot(a.x - c.x, a.y - c.y));
      for (const [other] of others.slice(0, 3)) {
        near += 1;
        if (other % 5 === at % 5) alike += 1;
      }
    }
    expect(alike / near).toBeGreaterThan(0.9);
  });

  test('goes by stored directions where every paper has one', () => {
    // Directions that say otherwise than the words: three subjects instead of five.
    const towards = (at: number): Int8Array =>
      Int8Array.from({ length: 16 }, (_, axis) => (axis % 3 === at % 3 ? 90 : ((at * 7 + axis * 5) % 11) - 5));
    const directed = papers.map((paper, at) => ({ ...paper, vector: towards(at) }));
    const { places } = draw(directed);
    const distance = (a: number, b: number): number =>
      Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
    const nearest = places.map((_, a) =>
      [...places.keys()].filter((b) => b !== a).reduce((best, b) => (distance(a, b) < distance(a, best) ? b : best)),
    );
    const alike = nearest.filter((b, a) => b % 3 === a % 3).length;
    expect(alike / places.length).toBeGreaterThan(0.9);
    expect(draw(directed.map((paper, at) => (at === 5 ? { ...paper, vector: null } : paper)))).toEqual(layout);
  });

  test('keeps circles on the sheet and off each other', () => {
    const circles = layout.places.map((place, at) => ({ ...place, r: radiusOf(papers[at]?.votes ?? 0) }));
    for (const [at, a] of circles.entries()) {
      expect(Math.min(a.x, a.y, MAP_SIZE - a.x, MAP_SIZE - a.y)).toBeGreaterThan(a.r);
      for (const b of circles.slice(at + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.8 * (a.r + b.r));
    }
  });

  test('names each group by words of its own', () => {
    const words = layout.groups.flatMap((group) => group.words).join(' ');
    for (const word of ['tidal', 'parchment', 'honeybee']) expect(words).toContain(word);
    expect(words).not.toContain('valley');
  });

  test('comes in steps', () => {
    let steps = 0;
    for (const _ of mapSteps(papers)) steps += 1;
    expect(steps).toBeGreaterThan(500);
  });
});

test.each([0, 1, 2, 3, 5])('a day of %i papers has a map', (count) => {
  const { places } = draw(day(count));
  expect(places).toHaveLength(count);
  for (const { x, y } of places) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
});

test('papers with the same text, or none, do not lie on each other', () => {
  const same = day(12).map((paper) => ({ ...paper, titleText: '', abstractText: '' }));
  const { places } = draw(same);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
});

test('terms merge plurals, keep how names are spelt, and leave out what every paper says', () => {
  expect(termsOf('We propose novel methods for LoRA adapters').map(({ key, form }) => [key, form])).toEqual([
    ['lora', 'LoRA'],
    ['adapter', 'adapters'],
    ['lora adapter', 'LoRA adapters'],
  ]);
});

describe('reading', () => {
  const memory = (papers: MapPaper[]): AtlasStore & { drawn: number } => {
    let kept: Layout | null = null;
    const store = {
      drawn: 0,
      papers: async () => ({ papers, total: papers.length }),
      kept: async () => kept,
      keep: async (_day: UtcDay, _papers: readonly MapPaper[], layout: Layout) => {
        store.drawn += 1;
        kept = layout;
      },
    };
    return store;
  };

  test('a map is drawn once and kept', async () => {
    const store = memory(day(6));
    const first = await readMap({ store, breathe: () => undefined }, '2026-05-29');
    expect(await readMap({ store, breathe: () => undefined }, '2026-05-29')).toEqual(first);
    expect(store.drawn).toBe(1);
  });

  test('a day that no calendar has is refused', async () => {
    expect(await readMap({ store: memory([]), breathe: () => undefined }, '2026-02-30')).toMatchObject({ ok: false });
  });
});
