import { termsOf } from './terms';

/** Sparse rows of unit length: for each paper its terms' columns and values. */
export type Rows = { columns: number[][]; values: number[][]; width: number };

const TITLE_COUNTS = 3;
const FEWEST = 2;
const LARGEST_SHARE = 0.3;

/** TF-IDF of the day's own papers, the title counted three times; terms of one paper alone or of nearly all say nothing. */
export function* rowSteps(papers: readonly { titleText: string; abstractText: string }[]): Generator<void, Rows> {
  const counts: Map<string, number>[] = [];
  for (const { titleText, abstractText } of papers) {
    const own = new Map<string, number>();
    for (const { key } of termsOf(titleText)) own.set(key, (own.get(key) ?? 0) + TITLE_COUNTS);
    for (const { key } of termsOf(abstractText)) own.set(key, (own.get(key) ?? 0) + 1);
    counts.push(own);
    yield;
  }
  const spread = new Map<string, number>();
  for (const own of counts) for (const key of own.keys()) spread.set(key, (spread.get(key) ?? 0) + 1);
  const most = Math.max(FEWEST, papers.length * LARGEST_SHARE);
  const columnOf = new Map<string, number>();
  for (const key of [...spread.keys()].sort()) {
    const papersWith = spread.get(key) ?? 0;
    if (papersWith >= FEWEST && papersWith <= most) columnOf.set(key, columnOf.size);
  }
  const rows: Rows = { columns: [], values: [], width: columnOf.size };
  for (const own of counts) {
    const columns: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [key, count] of own) {
      const column = columnOf.get(key);
      if (column === undefined) continue;
      const value = (1 + Math.log(count)) * Math.log(1 + papers.length / (spread.get(key) ?? 1));
      columns.push(column);
      values.push(value);
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    rows.columns.push(columns);
    rows.values.push(values.map((value) => value / length));
    yield;
  }
  return rows;
}

const ROUNDS = 8;

/**
 * Latent semantic analysis: the rows along the `size` strongest directions of the day's terms, by subspace iteration (Halko,
 * Martinsson and Tropp 2011, algorithm 4.4) from a fixed start. Each paper's vector has length one; row after row.
 */
export function* meaningSteps(rows: Rows, size: number): Generator<void, Float64Array> {
  const count = rows.columns.length;
  let basis = start(count, size);
  for (let round = 0; round < ROUNDS; round++) {
    yield* orthonormalSteps(basis, count, size);
    const terms = new Float64Array(rows.width * size);
    for (let row = 0; row < count; row++) {
      spread(rows, row, { basis, terms, size, back: false });
      if (row % 20 === 0) yield;
    }
    basis = new Float64Array(count * size);
    for (let row = 0; row < count; row++) {
      spread(rows, row, { basis, terms, size, back: true });
      if (row % 20 === 0) yield;
    }
  }
  // The columns' lengths are the squared singular values; their roots weigh the directions.
  for (let column = 0; column < size; column++) {
    let square = 0;
    for (let row = 0; row < count; row++) square += at(basis, row * size + column) ** 2;
    const weight = square > 0 ? 1 / Math.sqrt(Math.sqrt(square)) : 0;
    for (let row = 0; row < count; row++) basis[row * size + column] = at(basis, row * size + column) * weight;
  }
  for (let row = 0; row < count; row++) {
    let square = 0;
    for (let column = 0; column < size; column++) square += at(basis, row * size + column) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let column = 0; column < size; column++) basis[row * size + column] = at(basis, row * size + column) / length;
  }
  return basis;
}

const at = (array: Float64Array, index: number): number => array[index] as number;

type Spread = { basis: Float64Array; terms: Float64Array; size: number; back: boolean };

/** Adds a row's part of terms = rowsᵀ · basis, or, back, of basis = rows · terms. */
function spread(rows: Rows, row: number, { basis, terms, size, back }: Spread): void {
  const columns = rows.columns[row] as number[];
  const values = rows.values[row] as number[];
  for (let entry = 0; entry < columns.length; entry++) {
    const offset = (columns[entry] as number) * size;
    const value = values[entry] as number;
    for (let column = 0; column < size; column++) {
      if (back) basis[row * size + column] = at(basis, row * size + column) + value * at(terms, offset + column);
      else terms[offset + column] = at(terms, offset + column) + value * at(basis, row * size + column);
    }
  }
}

/** Numbers that look like noise and are always the same. */
function start(count: number, size: number): Float64Array {
  let state = 20_261_125;
  return Float64Array.from({ length: count * size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2_147_483_648 - 1;
  });
}

/** Gram and Schmidt, in place, column after column. */
function* orthonormalSteps(basis: Float64Array, count: number, size: number): Generator<void, void> {
  for (let column = 0; column < size; column++) {
    yield;
    for (let earlier = 0; earlier < column; earlier++) {
      let dot = 0;
      for (let row = 0; row < count; row++) dot += at(basis, row * size + column) * at(basis, row * size + earlier);
      for (let row = 0; row < count; row++)
        basis[row * size + column] = at(basis, row * size + column) - dot * at(basis, row * size + earlier);
    }
    let square = 0;
    for (let row = 0; row < count; row++) square += at(basis, row * size + column) ** 2;
    const length = Math.sqrt(square);
    for (let row = 0; row < count; row++)
      basis[row * size + column] = length > 1e-12 ? at(basis, row * size + column) / length : 0;
  }
}
