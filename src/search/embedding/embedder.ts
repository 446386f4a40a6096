/** Turns papers and questions into directions. Vectors of two embedders, told apart by their names, are never compared. */
export type Embedder = {
  /** Kept with each vector; another model, length or prefix has another name. */
  name: string;
  /** Numbers in a vector. */
  dimensions: number;
  /** Papers that are best sent together. */
  batch: number;
  /** A vector for each paper, in their order, of any length. Throws `EmbeddingFault` where they cannot be had now. */
  embedPapers(papers: readonly { title: string; abstract: string }[]): Promise<Float32Array[]>;
  /** A question's direction, at length one. Throws `EmbeddingFault`. */
  embedQuestion(text: string, signal: AbortSignal): Promise<Float32Array>;
};

/** Why vectors were not had, as a sentence for the operator. Not lasting: the same may be asked again later. */
export class EmbeddingFault extends Error {
  override name = 'EmbeddingFault';
}

/** Checks what a model gave. Throws `EmbeddingFault` for vectors of another length, for numbers that are none, and for nothing at all. */
export function checkedVector(
  values: ArrayLike<number>,
  { name, dimensions }: Pick<Embedder, 'name' | 'dimensions'>,
): Float32Array {
  if (values.length !== dimensions)
    throw new EmbeddingFault(
      `${name} gives vectors of ${values.length} numbers and EMBEDDINGS_DIMENSIONS says ${dimensions}: set it to what the model gives.`,
    );
  const vector = Float32Array.from(values);
  if (!vector.every(Number.isFinite))
    throw new EmbeddingFault(`${name} gave a vector with something in it that is no number.`);
  return vector;
}
