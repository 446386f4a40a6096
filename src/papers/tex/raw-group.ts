/** Where each opening brace of a source is closed, or -1; found in one pass, so that no unclosed one is sought twice. */
export function matchBraces(source: string): Int32Array {
  const closes = new Int32Array(source.length).fill(-1);
  const open: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '{') open.push(index);
    else if (char === '}') {
      const start = open.pop();
      if (start !== undefined) closes[start] = index;
    }
  }
  return closes;
}

/** The first place from `at` on that holds no space. */
export function afterSpaces(source: string, at: number): number {
  let index = at;
  while (source[index] === ' ' || source[index] === '\n') index += 1;
  return index;
}
