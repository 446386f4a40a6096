import { words } from '../text/words';
import { type WordPieces, wordPieces } from './word-pieces';

/** The three files of a trained model: pieces a line, an int8 row for each, and a float16 scale for each row. */
export type ModelFiles = { name: string; vocabulary: string; table: Uint8Array; scales: Uint8Array };

/** Turns text into a direction; texts about the same thing point the same way. */
export type Model = {
  name: string;
  dimensions: number;
  /** A unit vector, or zeros for a text without a word. */
  encode(text: string): Float32Array;
  /** A paper's vector, in which its title weighs more than its length would make it. */
  encodePaper(paper: { title: string; abstract: string }): Float32Array;
};

const TITLE_SHARE = 0.5;

/** Opens a trained model. Throws where the files do not belong together. */
export function openModel({ name, vocabulary, table, scales }: ModelFiles): Model {
  const pieces = wordPieces(vocabulary.trimEnd().split('\n'));
  const dimensions = table.length / pieces.size;
  if (!Number.isInteger(dimensions) || scales.length !== pieces.size * 2)
    throw new Error(`The files of the embedding ${name} do not belong together.`);
  const rows = new Int8Array(table.buffer, table.byteOffset, table.length);
  const sum = summer({ pieces, rows, scales: halves(scales), dimensions });

  const encode = (text: string): Float32Array => unit(sum(text));
  return {
    name,
    dimensions,
    encode,
    encodePaper({ title, abstract }) {
      const whole = encode(`${title}\n${abstract}`);
      const head = encode(title);
      for (let at = 0; at < dimensions; at++) whole[at] = (whole[at] ?? 0) + TITLE_SHARE * (head[at] ?? 0);
      return unit(whole);
    },
  };
}

type Table = { pieces: WordPieces; rows: Int8Array; scales: Float32Array; dimensions: number };

/** Adds up √tf · row over the pieces of a text. */
function summer({ pieces, rows, scales, dimensions }: Table): (text: string) => Float32Array {
  const counts = new Uint16Array(pieces.size);
  return (text) => {
    const found: number[] = [];
    for (const word of words(text)) {
      for (const piece of pieces.of(word)) {
        if (counts[piece] === 0) found.push(piece);
        counts[piece] = (counts[piece] ?? 0) + 1;
      }
    }
    const weights = found.map((piece) => {
      const weight = Math.sqrt(counts[piece] ?? 0) * (scales[piece] ?? 0);
      counts[piece] = 0;
      return weight;
    });
    const total = new Float32Array(dimensions);
    for (let next = 0; next < found.length; next += 4) addFour(total, rows, found, weights, next);
    return total;
  };
}

// Four rows at a time take half as long as one by one.
function addFour(
  total: Float32Array,
  rows: Int8Array,
  found: readonly number[],
  weights: readonly number[],
  next: number,
): void {
  const width = total.length;
  const [a, b, c, d] = [0, 1, 2, 3].map((step) => (found[next + step] ?? 0) * width) as [
    number,
    number,
    number,
    number,
  ];
  const [v, w, x, y] = [0, 1, 2, 3].map((step) => weights[next + step] ?? 0) as [number, number, number, number];
  for (let at = 0; at < width; at++) {
    total[at] =
      (total[at] as number) +
      v * (rows[a + at] as number) +
      w * (rows[b + at] as number) +
      x * (rows[c + at] as number) +
      y * (rows[d + at] as number);
  }
}

/** Scales a vector to length one, in place; zeros stay. */
export function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const factor = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) * factor;
  return vector;
}

/** IEEE 754 half precision, little endian. */
function halves(bytes: Uint8Array): Float32Array {
  const out = new Float32Array(bytes.length / 2);
  for (let at = 0; at < out.length; at++) {
    const bits = (bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8);
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
    out[at] = bits & 0x8000 ? -size : size;
  }
  return out;
}
