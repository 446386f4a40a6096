/** Coordinates in the plane, one a paper. */
export type Plane = { x: Float64Array; y: Float64Array };

const ITERATIONS = 360;
const EXAGGERATED = 90;
const EXAGGERATION = 5;

/**
 * t-SNE (van der Maaten and Hinton 2008), exact, from the two strongest directions instead of from chance, so that the same
 * papers always give the same map. `vectors` are rows of unit length.
 */
export function* embeddingSteps(vectors: Float64Array, size: number, count: number): Generator<void, Plane> {
  const plane: Plane = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let row = 0; row < count; row++) {
    // A hair's breadth of difference parts papers whose texts are the same.
    plane.x[row] = 0.01 * (vectors[row * size + Math.min(1, size - 1)] as number) + row * 1e-7;
    plane.y[row] = 0.01 * (vectors[row * size + Math.min(2, size - 1)] as number) - row * 1e-7;
  }
  if (count < 3) return plane;
  const near = yield* affinitySteps(vectors, size, count);
  const rate = Math.max(20, count / EXAGGERATION);
  const kernel = new Float64Array(count * count);
  const speed: Plane = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let round = 0; round < ITERATIONS; round++) {
    const pull = round < EXAGGERATED ? EXAGGERATION : 1;
    const momentum = round < EXAGGERATED ? 0.5 : 0.8;
    let total = 0;
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        const dx = (plane.x[a] as number) - (plane.x[b] as number);
        const dy = (plane.y[a] as number) - (plane.y[b] as number);
        const value = 1 / (1 + dx * dx + dy * dy);
        kernel[a * count + b] = value;
        kernel[b * count + a] = value;
        total += 2 * value;
      }
      if (a % 50 === 49) yield;
    }
    const force: Plane = { x: new Float64Array(count), y: new Float64Array(count) };
    for (let a = 0; a < count; a++) {
      let fx = 0;
      let fy = 0;
      for (let b = 0; b < count; b++) {
        if (a === b) continue;
        const value = kernel[a * count + b] as number;
        const strength = (pull * (near[a * count + b] as number) - value / total) * value;
        fx += strength * ((plane.x[a] as number) - (plane.x[b] as number));
        fy += strength * ((plane.y[a] as number) - (plane.y[b] as number));
      }
      force.x[a] = 4 * fx;
      force.y[a] = 4 * fy;
      if (a % 50 === 49) yield;
    }
    for (const axis of ['x', 'y'] as const) {
      for (let a = 0; a < count; a++) {
        const next = momentum * (speed[axis][a] as number) - rate * (force[axis][a] as number);
        speed[axis][a] = next;
        plane[axis][a] = (plane[axis][a] as number) + next;
      }
    }
  }
  return plane;
}

const PERPLEXITY = 18;

/** How near each paper is to each other, as t-SNE has it: every paper has about `PERPLEXITY` neighbours that count. */
function* affinitySteps(vectors: Float64Array, size: number, count: number): Generator<void, Float64Array> {
  const wanted = Math.log(Math.min(PERPLEXITY, (count - 1) / 2 + 0.5));
  const near = new Float64Array(count * count);
  const distances = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      let dot = 0;
      for (let column = 0; column < size; column++)
        dot += (vectors[a * size + column] as number) * (vectors[b * size + column] as number);
      distances[b] = Math.max(0, 2 - 2 * dot);
    }
    let [low, high, beta] = [0, Number.POSITIVE_INFINITY, 1];
    for (let attempt = 0; attempt < 40; attempt++) {
      let sum = 0;
      let weighted = 0;
      for (let b = 0; b < count; b++) {
        if (a === b) continue;
        const value = Math.exp(-beta * (distances[b] as number));
        sum += value;
        weighted += value * (distances[b] as number);
        near[a * count + b] = value;
      }
      const entropy = Math.log(sum || 1e-300) + (beta * weighted) / (sum || 1);
      for (let b = 0; b < count; b++) near[a * count + b] = (near[a * count + b] as number) / (sum || 1);
      if (Math.abs(entropy - wanted) < 1e-4) break;
      if (entropy > wanted) low = beta;
      else high = beta;
      beta = high === Number.POSITIVE_INFINITY ? beta * 2 : (low + high) / 2;
    }
    if (a % 10 === 9) yield;
  }
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const both = ((near[a * count + b] as number) + (near[b * count + a] as number)) / (2 * count);
      near[a * count + b] = both;
      near[b * count + a] = both;
    }
  }
  return near;
}
