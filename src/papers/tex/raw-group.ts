// A raw argument is an address or a formula; an unclosed one must not be sought to the end again and again.
const LONGEST = 4000;

/** The first place from `at` on that holds no space. */
export function afterSpaces(source: string, at: number): number {
  let index = at;
  while (source[index] === ' ' || source[index] === '\n') index += 1;
  return index;
}

/** The group `{…}` at a place as it is written, without its braces, and where it ends; undefined when there is none. */
export function rawGroupAt(source: string, at: number): { raw: string; end: number } | undefined {
  const start = afterSpaces(source, at);
  if (source[start] !== '{') return undefined;
  const limit = Math.min(source.length, start + LONGEST);
  let open = 0;
  for (let index = start; index < limit; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '{') open += 1;
    else if (char === '}' && --open === 0) return { raw: source.slice(start + 1, index), end: index + 1 };
  }
  return undefined;
}
