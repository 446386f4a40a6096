import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

/** What a request asks for: a path with normalised escapes, and its query as sent. */
export type Target = { pathname: string; query: string };

export type TargetRefusal = Refusal<'bad-target' | 'long-target'>;

const LONGEST = 4_096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a path must not hold
const FORBIDDEN = /[\u0000-\u0020\u007f\\#]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same after decoding, where blanks are allowed
const FORBIDDEN_DECODED = /[\u0000-\u001f\u007f\\]/;

const bad = (message: string): Result<Target, TargetRefusal> => refuse('bad-target', message);

/**
 * Reads the request line's target. Refuses what no page of ours has: other forms than a path, broken escapes,
 * control characters, and dot segments, so that nothing behind us has to cope with them.
 */
export function parseTarget(raw: string): Result<Target, TargetRefusal> {
  if (raw.length > LONGEST) return refuse('long-target', `This address is longer than ${LONGEST} characters.`);
  const mark = raw.indexOf('?');
  const path = mark === -1 ? raw : raw.slice(0, mark);
  const query = mark === -1 ? '' : raw.slice(mark + 1);
  if (!path.startsWith('/')) return bad('The address must be a path that starts with a slash.');
  if (path.startsWith('//')) return bad('The address starts with two slashes.');
  if (FORBIDDEN.test(raw)) return bad('The address holds characters that must be escaped.');
  if (/^[\w\-./~]*$/.test(path) && !path.includes('/.')) return ok({ pathname: path, query });
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    const decoded = decode(segment);
    if (decoded === undefined) return bad('The address has an escape (%) that is not UTF-8.');
    if (FORBIDDEN_DECODED.test(decoded)) return bad('The address holds control characters.');
    if (decoded.split('/').some((part) => part === '.' || part === '..')) return bad('The address holds dot segments.');
    segments.push(encodeURIComponent(decoded).replace(/%(?:3A|40|2C|2B|24|26|3D|3B)/g, decodeURIComponent));
  }
  return ok({ pathname: segments.join('/'), query });
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
