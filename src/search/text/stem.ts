import { STEM_EXCEPTIONS } from './stem-exceptions';

// The English stemmer of Snowball, "Porter 2" (https://snowballstem.org/algorithms/english/stemmer.html).
const VOWEL = /[aeiouy]/;
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWEL.test(letter);
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const LI_ENDING = /[cdeghkmnrt]li$/;
const KEPT = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);
const SPECIAL_REGION = /^(?:gener|commun|arsen)/;

/** The stem of a lower-case English word; words of up to two letters are their own. */
export function stem(word: string): string {
  if (word.length <= 2) return word;
  const exception = STEM_EXCEPTIONS[word];
  if (exception !== undefined) return exception;
  let w = markConsonantY(word);
  const r1 = regionStart(w, SPECIAL_REGION.exec(w)?.[0].length);
  const r2 = regionStart(w, undefined, r1);
  w = plural(w);
  if (KEPT.has(w)) return w;
  w = pastAndGerund(w, r1);
  if (/.[^aeiouy][yY]$/.test(w)) w = `${w.slice(0, -1)}i`;
  w = longSuffix(w, r1, r2);
  w = residualSuffix(w, r2);
  return finalLetter(w, r1, r2).replaceAll('Y', 'y');
}

const markConsonantY = (word: string): string =>
  word.includes('y') ? word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y') : word;

/** Where the part after the first consonant that follows a vowel begins. */
function regionStart(w: string, special: number | undefined, from = 0): number {
  if (special !== undefined) return special;
  for (let at = from + 1; at < w.length; at++) if (isVowel(w[at - 1]) && !isVowel(w[at])) return at + 1;
  return w.length;
}

function plural(w: string): string {
  if (!w.endsWith('s') && !w.endsWith('ied')) return w;
  if (w.endsWith('sses')) return w.slice(0, -2);
  if (w.endsWith('ied') || w.endsWith('ies')) return w.length > 4 ? w.slice(0, -2) : w.slice(0, -1);
  if (w.endsWith('us') || w.endsWith('ss')) return w;
  return /[aeiouy].+s$/.test(w) ? w.slice(0, -1) : w;
}

const SHORT_SYLLABLE = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;

function pastAndGerund(w: string, r1: number): string {
  const eed = /(?:eedly|eed)$/.exec(w);
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w;
  const ending = /(?:ingly|edly|ing|ed)$/.exec(w);
  if (!ending || !VOWEL.test(w.slice(0, ending.index))) return w;
  const left = w.slice(0, ending.index);
  if (/(?:at|bl|iz)$/.test(left)) return `${left}e`;
  if (DOUBLE.test(left)) return left.slice(0, -1);
  return r1 >= left.length && SHORT_SYLLABLE.test(left) ? `${left}e` : left;
}

const LONG: readonly [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['entli', 'ent'],
  ['ization', 'ize'],
  ['izer', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['alli', 'al'],
  ['fulness', 'ful'],
  ['ousli', 'ous'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['bli', 'ble'],
  ['fulli', 'ful'],
  ['lessli', 'less'],
];
const FURTHER: readonly [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

function replaced(w: string, r1: number, table: readonly [string, string][]): string | undefined {
  const hit = longest(w, table);
  if (!hit) return undefined;
  const start = w.length - hit[0].length;
  return start >= r1 ? w.slice(0, start) + hit[1] : w;
}

function longest(w: string, table: readonly [string, string][]): readonly [string, string] | undefined {
  let best: readonly [string, string] | undefined;
  for (const row of table) if (w.endsWith(row[0]) && row[0].length > (best?.[0].length ?? 0)) best = row;
  return best;
}

function longSuffix(w: string, r1: number, r2: number): string {
  return further(longer(w, r1), r1, r2);
}

function longer(w: string, r1: number): string {
  const done = replaced(w, r1, LONG);
  if (done !== undefined) return done;
  if (w.endsWith('ogi')) return w.length - 3 >= r1 && w.endsWith('logi') ? w.slice(0, -1) : w;
  if (w.endsWith('li')) return w.length - 2 >= r1 && LI_ENDING.test(w) ? w.slice(0, -2) : w;
  return w;
}

function further(w: string, r1: number, r2: number): string {
  if (w.endsWith('ative')) return w.length - 5 >= r2 ? w.slice(0, -5) : w;
  return replaced(w, r1, FURTHER) ?? w;
}

const RESIDUAL = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/;

function residualSuffix(w: string, r2: number): string {
  const hit = RESIDUAL.exec(w);
  if (!hit || hit.index < r2) return w;
  if (hit[0] === 'ion' && !/[st]ion$/.test(w)) return w;
  return w.slice(0, hit.index);
}

function finalLetter(w: string, r1: number, r2: number): string {
  const last = w.length - 1;
  if (w.endsWith('e')) {
    const drop = last >= r2 || (last >= r1 && !SHORT_SYLLABLE.test(w.slice(0, -1)));
    return drop ? w.slice(0, -1) : w;
  }
  return w.endsWith('ll') && last >= r2 ? w.slice(0, -1) : w;
}
