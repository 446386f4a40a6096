const WIDTH = 74;

/** Breaks a line of plain text between words; the lines after the first begin with `indent`. */
export function wrap(line: string, indent = ''): string[] {
  const lines: string[] = [];
  let current = '';
  const margin = /^ */.exec(line)?.[0] ?? '';
  for (const [at, plain] of line.slice(margin.length).split(' ').entries()) {
    const word = at === 0 ? `${margin}${plain}` : plain;
    const longer = current === '' ? word : `${current} ${word}`;
    // A first word is taken whatever its length.
    if (longer.length <= WIDTH || current.trim() === '') current = longer;
    else {
      lines.push(current);
      current = `${indent}${word}`;
    }
  }
  return [...lines, current];
}
