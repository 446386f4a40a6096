import { VARIABLES } from '@/lib/env';

const START = '<!-- variables: written by npm run readme from lib/env.ts -->';
const END = '<!-- end of variables -->';

type Row = { default?: string; about: string };
const rows = Object.entries<Row>(VARIABLES);

const table = (): string =>
  [
    '| Variable | Default | What it does |',
    '|---|---|---|',
    ...rows.map(([name, row]) => `| \`${name}\` | ${row.default ? `\`${row.default}\`` : '–'} | ${row.about} |`),
  ].join('\n');

/** README.md with the table of variables between its two comments brought up to date. Throws where they are missing. */
export function withVariables(readme: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md lacks the comments\n${START}\n${END}`);
  return `${readme.slice(0, start)}${START}\n\n${table()}\n\n${readme.slice(end)}`;
}

/** The text of .env.example: every variable, commented out, at its default. */
export const envExample = (): string =>
  `# Copy to .env and uncomment what you change. README.md has the same table.\n${rows
    .map(([name, row]) => `\n# ${row.about.replaceAll('`', '')}\n#${name}=${row.default ?? ''}\n`)
    .join('')}`;
