import { sameSitePath } from '@/src/shared';

const LONGEST = 2000;

/** The address a comment may link to: http and https without a hidden user name, or a path of this site. */
export function safeHref(input: string): string | undefined {
  if (input.length > LONGEST) return undefined;
  if (input.startsWith('/')) return sameSitePath(input, '') || undefined;
  if (!/^https?:\/\//i.test(input)) return undefined;
  try {
    const url = new URL(input);
    // `https://arxiv.org@evil.example` reads like the one and leads to the other.
    return url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** An address as it is shown: a host in foreign letters as the ASCII it stands for, so that look-alikes show. */
export function shownAddress(input: string, href: string): string {
  const host = /^https?:\/\/([^/?#]*)/i.exec(input)?.[1] ?? '';
  return /[^\x20-\x7e]/.test(host) ? href : input;
}
