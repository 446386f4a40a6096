import { describe, expect, test } from 'vitest';
import { countTerms, packTerms, TERM_BYTES, termsOf } from './paper-terms';
import { surfaceWords, words } from './words';

describe('words', () => {
  test('accents and TeX do not matter', () => {
    const plain = words('naive Bayes');
    for (const text of ['naïve Bayes', 'na\\"ive Bayes', 'na\\"{i}ve Bayes', 'na\\"{\\i}ve Bayes', 'NAI\u0308VE BAYES'])
      expect(words(text), text).toEqual(plain);
  });

  test('commands of TeX are no words', () => {
    expect(words('\\textbf{bold} $\\alpha_1$')).toEqual(['bold', '1']);
  });

  test('letters and digits part for the embedding and stay together for looking up', () => {
    expect(words('YOLOv8')).toEqual(['yolov', '8']);
    expect(surfaceWords('YOLOv8')).toEqual(['yolov8']);
  });
});

describe('terms', () => {
  test('are stems without stop words', () => {
    expect(termsOf('The training of transformers')).toEqual(['train', 'transform']);
  });

  test('of a title count three times', () => {
    const counts = countTerms({ title: 'Graph networks', abstract: 'A network.' });
    expect(Object.fromEntries(counts)).toEqual({ graph: 3, network: 4 });
    expect(packTerms(counts)).toHaveLength(2 * TERM_BYTES);
  });
});
