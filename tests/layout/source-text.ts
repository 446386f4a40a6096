export type Finding = { line: number; text: string };

const lines = (source: string): string[] => source.split('\n');
const commentAbove = (all: readonly string[], at: number): boolean =>
  /^\s*(\/\/|\*|\*\/|\/\*\*?)\s*\S/.test(all[at - 1] ?? '') || /\/\/\s*\S/.test(all[at] ?? '');

function find(source: string, isWrong: (line: string, at: number, all: readonly string[]) => boolean): Finding[] {
  const all = lines(source);
  return all.flatMap((text, at) => (isWrong(text, at, all) ? [{ line: at + 1, text: text.trim() }] : []));
}

/** Tests that are left out without a comment on the line, or the line above, that says why. */
export const skipsWithoutReason = (source: string): Finding[] =>
  find(
    source,
    (line, at, all) =>
      /\b(test|it|describe|suite|bench)\.(\w+\.)*(skip|skipIf|runIf|todo|fixme|fails?)\b/.test(line) &&
      !commentAbove(all, at),
  );

/** Type checks that are switched off without a reason behind the directive. */
export const uncheckedWithoutReason = (source: string): Finding[] =>
  find(source, (line) => /@ts-(ignore|expect-error|nocheck)(?!\s*[:—-]*\s*\w{3,}\s+\w+)/.test(line));

/** Reads of the environment; `lib/env.ts` is the one place for them. */
export const environmentReads = (source: string): Finding[] =>
  find(source, (line) => /\bprocess\s*(\.\s*env\b|\[\s*['"]env['"]\s*\])/.test(line));

/** Reads of the clock; in `src`, `now` is an argument. */
export const clockReads = (source: string): Finding[] =>
  find(source, (line) => /\bnew Date\(\s*\)|\bDate\.now\(|\bperformance\.now\(/.test(line));
