// Dark enough for white at 4.5:1, all of one family.
const INKS = [
  '#7a1f1a',
  '#8a3c14',
  '#6b4a10',
  '#4a5a1c',
  '#20603c',
  '#17595f',
  '#22507f',
  '#3d3f8f',
  '#633a86',
  '#83285f',
];
const CELLS = 5;
const HALF = Math.ceil(CELLS / 2);

/** FNV-1a: spreads short names well, and is the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // One more mix: the last letter alone would hardly move the upper bits.
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A picture for a handle, always the same one: a mirrored pattern like a woodcut's. `handle` is never written into it. */
export function avatarSvg(handle: string): string {
  const seed = hash(handle);
  const pattern = hash(`${handle}/pattern`);
  const ink = INKS[seed % INKS.length] ?? INKS[0];
  const cells: string[] = [];
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < HALF; column++) {
      if (((pattern >>> (row * HALF + column)) & 1) === 0) continue;
      cells.push(`M${column + 1} ${row + 1}h1v1h-1z`);
      if (column < HALF - 1) cells.push(`M${CELLS - column} ${row + 1}h1v1h-1z`);
    }
  }
  // Every bit zero would be an empty square.
  const path = cells.join('') || 'M3 1h1v5h-1z';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 7" width="96" height="96" shape-rendering="crispEdges"><path fill="${ink}" d="M0 0h7v7H0z"/><path fill="#fffefb" d="${path}"/></svg>`;
}
