// Nearly all text is clean already; looking is three times cheaper than replacing.
const UNTIDY = /[^\S ]| {2}|^ | $/;

/** One line: white space of any kind becomes single spaces. */
export const oneLine = (text: string): string => (UNTIDY.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

// arXiv wraps abstracts at 80 columns; only a blank line, or a line indented by two spaces, begins a paragraph.
const PARAGRAPH = /\n[ \t]*\n\s*|\n {2,}/;

/** An abstract with its hard wraps undone: paragraphs parted by a blank line, single spaces within. */
export function paragraphs(text: string): string {
  const unix = text.replace(/\r\n?/g, '\n').trim();
  if (!unix.includes('\n')) return oneLine(unix);
  return unix
    .split(PARAGRAPH)
    .map(oneLine)
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The text on one line, or nothing where it is empty. */
export function optionalLine(text: string | null | undefined): string | undefined {
  const line = oneLine(text ?? '');
  return line === '' ? undefined : line;
}

/** The start of a record, to recognise it by in a report. */
export const excerptOf = (text: string): string => oneLine(text.slice(0, 400)).slice(0, 160);

/** An http(s) address, or nothing. */
export function webAddress(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(trimmed) || trimmed.length > 500) return undefined;
  return URL.canParse(trimmed) ? trimmed : undefined;
}
