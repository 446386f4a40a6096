/** A value of a COPY row: text, number, flag, instant, list of texts, JSON, or NULL. */
export type CopyValue = string | number | boolean | Date | readonly string[] | { json: unknown } | null | undefined;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '') : text;

const arrayItem = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if ('json' in value) return escaped(JSON.stringify(value.json));
  return escaped(`{${value.map(arrayItem).join(',')}}`);
}

/** One line of PostgreSQL's COPY text format (https://www.postgresql.org/docs/current/sql-copy.html). */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(copyField).join('\t')}\n`;
