/** A table written as `name value name value …`, so that hundreds of macros stay readable on a page. */
export function pairs(table: string): ReadonlyMap<string, string> {
  const words = table.trim().split(/\s+/);
  const map = new Map<string, string>();
  for (let index = 0; index + 1 < words.length; index += 2) map.set(words[index] as string, words[index + 1] as string);
  return map;
}

/** A set written as words parted by white space. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
