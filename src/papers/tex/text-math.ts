import { FENCES, FUNCTIONS, LARGE, MATH_ACCENTS, ORDINARY, PASSES, RELATIONS, SPACED, TIGHT } from './math-symbols';
import { words } from './pairs';
import { SHORTHANDS } from './shorthands';
import type { TextReader } from './text-reader';

const WITH_ARGUMENTS = words(
  'frac dfrac tfrac sqrt mathbb mathds Bbb binom overset underset stackrel not pmod mathcal mathscr mathfrak',
);

/** A math command that stands outside `$…$`: its sign, or the formula that it and its arguments make. */
export function mathCommandAsText(reader: TextReader, name: string): boolean {
  const sign =
    ORDINARY.get(name) ??
    RELATIONS.get(name) ??
    SPACED.get(name) ??
    TIGHT.get(name) ??
    LARGE.get(name) ??
    FENCES.get(name);
  if (sign !== undefined) {
    reader.text(sign);
    skipEmptyGroup(reader);
    return true;
  }
  if (FUNCTIONS.has(name)) {
    reader.text(/[\p{L}\d)]$/u.test(reader.before()) ? ` ${name}` : name);
    return true;
  }
  if ((WITH_ARGUMENTS.has(name) || MATH_ACCENTS.has(name) || PASSES.has(name)) && takesFormula(reader, name))
    return true;
  const shorthand = SHORTHANDS.get(name);
  if (shorthand === undefined || reader.hasGroup()) return false;
  reader.node({ kind: 'math', source: shorthand, display: false });
  skipEmptyGroup(reader);
  return true;
}

/** The empty group of `\alpha{}` only ends the name. The space after a bare name stays, since authors mean it. */
function skipEmptyGroup(reader: TextReader): void {
  if (reader.source.startsWith('{}', reader.at)) reader.at += 2;
}

function takesFormula(reader: TextReader, name: string): boolean {
  const start = reader.at;
  let source = `\\${name}`;
  reader.skipSpaces();
  const option =
    name === 'sqrt' ? /^\[[^\]]{0,20}\]/.exec(reader.source.slice(reader.at, reader.at + 24))?.[0] : undefined;
  if (option !== undefined) {
    source += option;
    reader.at += option.length;
  }
  const wanted = /^(?:[dt]?frac|binom|overset|underset|stackrel)$/.test(name) ? 2 : 1;
  for (let index = 0; index < wanted; index += 1) {
    const group = reader.rawGroup();
    const single =
      group === undefined
        ? /^ ?(?:\\[a-zA-Z]+|[\p{L}\d])/u.exec(reader.source.slice(reader.at, reader.at + 24))?.[0]
        : undefined;
    if (group === undefined && single === undefined) {
      reader.at = start;
      return false;
    }
    if (single !== undefined) reader.at += single.length;
    source += `{${group ?? single}}`;
  }
  reader.node({ kind: 'math', source, display: false });
  return true;
}
