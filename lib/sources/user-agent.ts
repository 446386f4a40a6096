import packageFile from '../../package.json' with { type: 'json' };

/** Who is asking, and where to complain: `Broadsheet/0.1.0 (+https://papers.example.org; mail@example.org)`. */
export function userAgent({
  BASE_URL,
  CONTACT,
}: {
  BASE_URL?: string | undefined;
  CONTACT?: string | undefined;
}): string {
  const about = [BASE_URL === undefined ? undefined : `+${BASE_URL}`, CONTACT].filter((part) => part !== undefined);
  // A header holds no line breaks, whatever an operator writes.
  const comment = about.join('; ').replace(/[^\x20-\x7e]|[()]/g, '');
  return `Broadsheet/${packageFile.version}${comment === '' ? '' : ` (${comment})`}`;
}
