/**
 * A direction in one byte a dimension: the largest part becomes ±127. Only the direction is kept, so that comparing two of
 * them needs their lengths.
 */
export function packVector(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const packed = new Int8Array(vector.length);
  if (largest === 0) return packed;
  const factor = 127 / largest;
  for (let at = 0; at < vector.length; at++) packed[at] = Math.round((vector[at] as number) * factor);
  return packed;
}
