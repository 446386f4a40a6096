import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { builtInModel } from '@/lib/search/built-in-model';
import { wordPieces, words } from '@/src/search';
import { describeWithSharedData } from '../setup/shared-data';
import { GOLDEN_TEXTS } from './golden-texts';

const MODEL = 'lib/search/model';
const encoded = z.object({ pieces: z.array(z.array(z.number())), vectors: z.array(z.array(z.number())) });

/** What the side that trained the model makes of texts; undefined where there is no Python. */
function pythonSide(texts: readonly string[], vectors: number): z.output<typeof encoded> | undefined {
  try {
    const args = ['tests/training/encode.py', MODEL, '--vectors', String(vectors)];
    const told = execFileSync('python3', args, { input: JSON.stringify(texts), maxBuffer: 1 << 28 });
    return encoded.parse(JSON.parse(told.toString()));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const pieces = wordPieces(readFileSync(`${MODEL}/vocabulary.txt`, 'utf8').trimEnd().split('\n'));
const piecesOf = (text: string): number[] => words(text).flatMap((word) => [...pieces.of(word)]);

function expectSame(texts: readonly string[], told: z.output<typeof encoded>): void {
  expect(texts.map(piecesOf)).toEqual(told.pieces);
  for (const [at, vector] of told.vectors.entries()) {
    const ours = builtInModel().encode(texts[at] ?? '');
    const apart = vector.reduce(
      (most, value, dimension) => Math.max(most, Math.abs(value - (ours[dimension] ?? 9))),
      0,
    );
    expect(apart, texts[at]).toBeLessThan(2e-6);
  }
}

describe('the encoder does as the side that trained the model', () => {
  test('on texts of our own, whose vectors were written down', () => {
    const told = encoded.parse(JSON.parse(readFileSync('tests/search/golden.json', 'utf8')));
    expectSame(GOLDEN_TEXTS, told);
  });

  test('on the same texts, asked again, where there is Python', () => {
    const told = pythonSide(GOLDEN_TEXTS, GOLDEN_TEXTS.length);
    if (told) expectSame(GOLDEN_TEXTS, told);
  });
});

describeWithSharedData('the encoder does as the side that trained the model', 'arxiv/snapshot-sample.jsonl', (file) => {
  test('on a thousand real abstracts, where there is Python', () => {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, 1_000);
    const texts = lines.map((line) => {
      const { title, abstract } = JSON.parse(line) as { title: string; abstract: string };
      return `${title}\n${abstract}`;
    });
    const told = pythonSide(texts, 20);
    if (told) expectSame(texts, told);
  }, 60_000);
});
