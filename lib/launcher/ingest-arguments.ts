import { parseArgs } from 'node:util';
import { ok, parseUtcDay, type Result, refuse, type UtcDay } from '@/src/shared';

export type IngestCommand = {
  what: 'due' | 'arxiv' | 'hub' | 'file';
  paths: string[];
  from: UtcDay | undefined;
  to: UtcDay | undefined;
  categories: string[] | undefined;
  dryRun: boolean;
  listed: boolean;
};

export const INGEST_HELP = `Brings papers into the database.

  npm run ingest                            whatever is due, as the scheduler does it
  npm run ingest -- arxiv [options]         arXiv: today's announcements, then changed records
  npm run ingest -- hub [options]           a Hub's daily lists: picks and votes
  npm run ingest -- file PATH... [options]  saved data: files, folders or patterns, plain or gzipped

Files are known by their content: arXiv's metadata snapshot (JSON lines), papers.jsonl, saved Atom, RSS
and OAI-PMH XML, the Hub's daily lists, saved announcements.

Options
  --from YYYY-MM-DD      arxiv: records changed since; hub: first day; file: first listing day
  --to YYYY-MM-DD        the last such day
  --categories A,B       only papers in these arXiv categories (arxiv: default ARXIV_CATEGORIES)
  --listed               file: only papers whose announcement day the file itself tells
  --dry-run              read, check and compare, but store nothing
  --help                 this text

Exit codes: 0 all well, 1 failed, 2 wrong usage, 3 finished, but some records were rejected.
`;

const CATEGORY = /^[a-z][a-z-]*(\.[A-Za-z-]+)?$/;

/** Reads the command line of `npm run ingest`. Refuses what it does not understand with a sentence. */
export function readArguments(argv: readonly string[]): Result<IngestCommand | 'help'> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return refuse('usage', error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return ok('help');
  const [what = 'due', ...paths] = positionals;
  if (what !== 'due' && what !== 'arxiv' && what !== 'hub' && what !== 'file') {
    return refuse('usage', `“${what}” is none of arxiv, hub and file`);
  }
  if (what === 'file' && paths.length === 0) return refuse('usage', 'file needs at least one PATH');
  if (what !== 'file' && paths.length > 0) return refuse('usage', `${what} takes no “${paths[0]}”`);
  const from = values.from === undefined ? undefined : parseUtcDay(values.from);
  const to = values.to === undefined ? undefined : parseUtcDay(values.to);
  if (from && !from.ok) return refuse('usage', `--from: ${from.refusal.message}`);
  if (to && !to.ok) return refuse('usage', `--to: ${to.refusal.message}`);
  if (from?.ok && to?.ok && from.value > to.value) return refuse('usage', '--from lies after --to');
  const categories = values.categories
    ?.split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  const bad = categories?.find((code) => !CATEGORY.test(code));
  if (bad !== undefined || categories?.length === 0) {
    return refuse('usage', `--categories: “${bad ?? ''}” is no arXiv category; write them as cs.CL,cs.LG`);
  }
  if (what === 'due' && (from || to || categories || values['dry-run'] || values.listed)) {
    return refuse('usage', 'say which source the options are for: arxiv, hub or file');
  }
  return ok({
    what,
    paths,
    from: from?.value,
    to: to?.value,
    categories,
    dryRun: values['dry-run'] ?? false,
    listed: values.listed ?? false,
  });
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      categories: { type: 'string' },
      'dry-run': { type: 'boolean' },
      listed: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
