const WIDTH = 74;

/** Breaks a line of plain text between words; the lines after the first begin with `indent`. */
export function wrap(line: string, indent = ''): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    // A first word is taken whatever its length, and blanks that begin the line are part of it.
    if (longer.length <= WIDTH || current.trim() === '') current = longer;
    else {
      lines.push(current);
      current = `${indent}${word}`;
    }
  }
  return [...lines, current];
}
