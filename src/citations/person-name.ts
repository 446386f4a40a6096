/** A name as bibliographies part it. `literal`: one that has no parts, such as a collaboration's. */
export type PersonName = { literal: string } | { family: string; given: string; particle: string; suffix: string };

const GROUP =
  /\b(?:collaborations?|consortium|team|group|project|network|survey|university|institute|laborator(?:y|ies)|foundation|initiative|working)\b/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Words that belong to the family name even where they are capitalised. */
const FAMILY_WORD = /^(?:van|von|de|di|da|del|della|dos|du)$/i;

/** Parts a display name. The family name is the last word, with the particles before it: "Jan van der Berg" is "van der" + "Berg". */
export function partName(name: string): PersonName {
  const [whole = '', afterComma] = name.split(/,\s*/, 2);
  const words = whole.split(/\s+/).filter(Boolean);
  const commaSuffix = afterComma !== undefined && SUFFIX.test(afterComma) ? afterComma : '';
  if (GROUP.test(name) || /[\d()[\]:;/]/.test(name) || (afterComma !== undefined && commaSuffix === ''))
    return { literal: name };
  const ownSuffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  if (words.length < 2) return { literal: name };
  let start = words.length - 1;
  while (start > 1 && isFamilyWord(words[start - 1] ?? '')) start--;
  const parts = words.slice(start);
  const named = parts.findIndex((word, at) => at === parts.length - 1 || !/^\p{Ll}/u.test(word));
  const particles = parts.slice(0, named);
  return {
    family: parts.slice(particles.length).join(' '),
    given: words.slice(0, start).join(' '),
    particle: particles.join(' '),
    suffix: commaSuffix || ownSuffix,
  };
}

const isFamilyWord = (word: string): boolean => /^\p{Ll}[\p{Ll}'’]*$/u.test(word) || FAMILY_WORD.test(word);
