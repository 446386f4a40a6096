import { oneLine } from './text';

const SUFFIX = /^(Jr|Sr|II|III|IV)\.?$/;
const NOT_A_NAME = /^(et al\.?|others|\d+ (additional )?authors( not shown)?|(and )?\d+ others)$/i;

/**
 * Splits arXiv's one-line author list into names: affiliations in parentheses go, commas and "and" part names, "Jr." stays
 * with its name, "for the … Collaboration" stays as the collaboration's name.
 */
export function splitAuthors(list: string): string[] {
  const bare = oneLine(withoutParentheses(oneLine(list)));
  const names: string[] = [];
  for (const part of parts(bare)) {
    const name = part
      .replace(/^(for|on behalf of) (?=the )/i, '')
      .replace(/^the (?=.*Collaboration)/i, '')
      .trim();
    if (name === '' || NOT_A_NAME.test(name)) continue;
    const previous = names.length - 1;
    if (SUFFIX.test(name) && previous >= 0) names[previous] += ` ${name}`;
    else names.push(name);
  }
  return names;
}

/** `Maslov, Sergei` → `Sergei Maslov`; a name without a comma stays as it is. */
export function forenameFirst(name: string): string {
  const [last = '', ...first] = oneLine(name).split(/,\s+/);
  return oneLine(`${first.join(' ')} ${last}`);
}

function withoutParentheses(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  // An affiliation that is never closed would swallow all names after it.
  return depth === 0 ? kept : text.replace(/[()]/g, ' ');
}

// A comma inside TeX braces belongs to an accent, not to the list; a colon ends a collaboration's name.
function* parts(text: string): Generator<string> {
  let depth = 0;
  let from = 0;
  const separator = /[{}]|,|\s(?:and|&)\s|(?<=Collaborations?):\s/gi;
  for (const found of text.matchAll(separator)) {
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      yield text.slice(from, found.index).trim();
      from = found.index + found[0].length;
    }
  }
  yield text
    .slice(from)
    .trim()
    .replace(/^and\s+/i, '');
}
