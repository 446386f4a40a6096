import { plainText } from './tex/render';

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|phd|ph\.d|md|m\.d|esq)\.?$/i;
/** Two words or more, of letters only, that begin with a capital: nothing to clean. */
const PLAIN_NAME = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}'’-][\p{L}.'’-]*)+$/u;
const NO_NAME = /^(?:and|et al\.?|others|\d.*|[\p{P}\p{S}\d\s]*|\p{Script=Latin}\.?)$/iu;

/**
 * The display names of a paper's authors: TeX accents resolved, marks and places of work taken off, "Last, First"
 * turned round. Entries that name nobody are left out; the order is the paper's.
 */
export function cleanAuthorNames(names: readonly string[]): string[] {
  const clean: string[] = [];
  for (const name of names) {
    const shown = cleanAuthorName(name);
    if (shown !== '' && shown !== clean.at(-1)) clean.push(shown);
  }
  return clean;
}

function cleanAuthorName(source: string): string {
  if (PLAIN_NAME.test(source) && !/ (?:for|on) /.test(source)) return source;
  const raw = source.slice(0, 400);
  const text = /^[\p{L} .'’-]*$/u.test(raw) ? raw : fromSource(raw);
  const name = withoutAffiliation(text.replace(/\s+/g, ' ').trim())
    .replace(/^(?:and|for|from|on behalf of|the|by)\s+(?:the\s+)?(?=\S)/, '')
    .replace(/\s+(?:on behalf of|for the)\s.*$/i, '')
    .replace(/(?<=\p{Ll}{3})\d{1,2}(?:,\d{1,2})*$/u, (digits) => (/\s/.test(text) ? '' : digits))
    .replace(/^[\s,;:/\\*†‡§¶∗#-]+|[\s,;:/\\*†‡§¶∗#`]+$/g, '');
  return NO_NAME.test(name) ? '' : firstNameFirst(name);
}

const fromSource = (raw: string): string => plainText(restoreAccents(repairEncoding(raw)));

function withoutAffiliation(text: string): string {
  if (/^\(/.test(text)) return '';
  return text.replace(/\s*\(.*$/, '');
}

function firstNameFirst(name: string): string {
  const parts = name.split(/,\s*/);
  const [last = '', first = ''] = parts;
  if (parts.length !== 2 || SUFFIX.test(first) || first === '' || /collaboration|team|consortium|group/i.test(name))
    return name;
  return `${first} ${last}`;
}

/** `M"uther`, `Nicol`o`: TeX accents whose backslash was lost on the way. Nicknames have a space before the mark. */
function restoreAccents(name: string): string {
  if (!/["`]/.test(name)) return name;
  return name
    .replace(/(?<=[\p{L}-])"(?=[aeiouAEIOU]\p{Ll})/gu, '\\"')
    .replace(/(?<=\p{Ll})`(?=[aeiou])/gu, '\\`')
    .replace(/(?<=\p{Ll}{2})([aeiou])`$/u, '\\`$1')
    .replace(/(?<=\p{Lu})`(?=\p{Lu})/gu, '’');
}

/** UTF-8 that was once read as Latin-1 (`BÃ¶hler`), read again. */
function repairEncoding(name: string): string {
  if (!/[Ã-Å][\u0080-\u00bf]/.test(name) || /[^\0-\xff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (char) => char.charCodeAt(0));
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? name : text;
}
