const LONGEST_WORD = 64;

/** The words of a text without what stands around them: `(“GPT-4”),` is GPT-4, and C++ stays. */
export const wordsOf = (text: string): string[] =>
  text
    .split(/[\s:]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}+#]+$/gu, '').slice(0, LONGEST_WORD))
    .filter((word) => word !== '');
