/** Rows of a sparse matrix, one after the other: row i holds `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export type SparseRows = { starts: Int32Array; columns: Int32Array; values: Float32Array; width: number };

type Options = { passes: number; rate: number; ridge: number; seed: number };

const BETA = 1;
const BIAS_RATE = 0.02;

/**
 * Logistic regression by FTRL-Proximal with an L2 penalty (McMahan et al., "Ad Click Prediction: a View from the Trenches",
 * 2013, algorithm 1): a learning rate for every column, so that rare words learn as fast as common ones. The rows are visited in
 * an order that `seed` fixes, so that the same data give the same weights. Yields after every row.
 */
export function* fittingSteps(
  rows: SparseRows,
  labels: Uint8Array,
  { passes, rate, ridge, seed }: Options,
): Generator<void, { weights: Float64Array; bias: number }> {
  const { starts, columns, values, width } = rows;
  const count = labels.length;
  const z = new Float64Array(width);
  const n = new Float64Array(width);
  const weights = new Float64Array(width);
  const weightOf = (column: number): number =>
    -(z[column] as number) / ((BETA + Math.sqrt(n[column] as number)) / rate + ridge);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  let bias = Math.log((positives + 1) / (count - positives + 1));
  let biasSquares = 0;
  const order = Int32Array.from({ length: count }, (_, at) => at);
  const random = generator(seed);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const row of order) {
      const from = starts[row] as number;
      const to = starts[row + 1] as number;
      let score = bias;
      for (let at = from; at < to; at++) {
        const column = columns[at] as number;
        const weight = weightOf(column);
        weights[column] = weight;
        score += weight * (values[at] as number);
      }
      const error = 1 / (1 + Math.exp(-score)) - (labels[row] as number);
      biasSquares += error * error;
      bias -= (BIAS_RATE * error) / (1 + 0.1 * Math.sqrt(biasSquares));
      for (let at = from; at < to; at++) {
        const column = columns[at] as number;
        const gradient = error * (values[at] as number);
        const before = n[column] as number;
        const after = before + gradient * gradient;
        const sigma = (Math.sqrt(after) - Math.sqrt(before)) / rate;
        z[column] = (z[column] as number) + gradient - sigma * (weights[column] as number);
        n[column] = after;
      }
      yield;
    }
  }
  for (let column = 0; column < width; column++) weights[column] = weightOf(column);
  return { weights, bias };
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator with Numerical Recipes' constants). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}
