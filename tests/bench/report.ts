/** One line of a benchmark: two things measured in the same run, and the ratio of the first to the second. */
export type Row = { what: string; ours: number; theirs: number; unit: string; than: string; aim?: string };

const digits = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

/** Prints a heading. */
export const heading = (text: string): void => {
  process.stdout.write(`\n${text}\n${'-'.repeat(text.length)}\n`);
};

/** Prints a measured fact that has nothing to be compared with. */
export const fact = (what: string, text: string): void => {
  process.stdout.write(`${what.padEnd(44)} ${text}\n`);
};

/** Prints both figures and their ratio. */
export function ratio({ what, ours, theirs, unit, than, aim }: Row): void {
  const parts = [
    `${digits(ours)} ${unit}`,
    `${than} ${digits(theirs)} ${unit}`,
    `ratio ${theirs > 0 ? (ours / theirs).toFixed(2) : '–'}`,
  ];
  fact(what, [...parts, ...(aim === undefined ? [] : [`aim ${aim}`])].join('  ·  '));
}

/** Says what is going on, where somebody watches. */
export const progress = (text: string): void => {
  process.stderr.write(`  … ${text}\n`);
};
