import { safeHref } from './safe-href';

/** A piece of plain text that becomes a link. */
export type TextLink = { start: number; end: number } & ({ href: string } | { handle: string });

// No flag `i`: with `u` it takes the Kelvin sign for a k.
const CANDIDATE =
  /[hH]ttps?:\/\/[^\s<>"`\\^{}|]+|(?<![\p{L}\p{N}\p{M}_@/.:#-])@([A-Za-z\d](?:-?[A-Za-z\d]){2,29})(?![\p{L}\p{N}\p{M}_@])/gu;
const OPENERS: Record<string, string> = { ')': '(', ']': '[' };
// More names than anybody addresses at once.
const MOST_HANDLES = 50;

/** Addresses and known `@handles` in a text, in order. Linear. */
export function textLinks(text: string, handles: ReadonlySet<string>): TextLink[] {
  const links: TextLink[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const start = match.index;
    const name = match[1]?.toLowerCase();
    if (name !== undefined) {
      if (handles.has(name)) links.push({ start, end: start + match[0].length, handle: name });
      continue;
    }
    const address = withoutTail(match[0]);
    const href = safeHref(address);
    if (href !== undefined) links.push({ start, end: start + address.length, href });
  }
  return links;
}

/** The handles that a comment seems to address, to be looked up. */
export function mentionsIn(body: string): string[] {
  const found = new Set<string>();
  for (const [, name] of body.matchAll(CANDIDATE)) {
    if (name !== undefined) found.add(name.toLowerCase());
    if (found.size === MOST_HANDLES) break;
  }
  return [...found];
}

// The stop of the sentence, and a bracket that was opened before the address, are not part of it.
function withoutTail(address: string): string {
  const balance: Record<string, number> = { ')': 0, ']': 0 };
  for (const char of address) {
    if (char === ')' || char === ']') balance[char] = (balance[char] ?? 0) + 1;
    for (const [close, open] of Object.entries(OPENERS)) if (char === open) balance[close] = (balance[close] ?? 0) - 1;
  }
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] as string;
    if (/[.,;:!?'*_~”’»›。，、]/.test(last)) continue;
    const unopened = balance[last];
    if (unopened === undefined || unopened <= 0) break;
    balance[last] = unopened - 1;
  }
  return address.slice(0, end);
}
