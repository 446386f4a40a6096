import { parseArgs } from 'node:util';
import { ok, parseUtcDay, type Result, refuse, type UtcDay } from '@/src/shared';

export type DigestCommand = { dryRun: boolean; only: string | undefined; day: UtcDay | undefined };

export const DIGEST_HELP = `Sends the editions of the digest that are due, as the scheduler does.

  npm run digest                                        whatever is due now
  npm run digest -- --dry-run                           only shows what would go out, and to whom
  npm run digest -- --only ada@example.org              one reader's, when it is due
  npm run digest -- --only ada@example.org --day 2026-05-29
                                                        mails one reader the edition of a day, outside of the ledger

Exit codes: 0 all well, 1 failed, 2 wrong usage.
`;

/** Reads the command line of `npm run digest`. Refuses what it does not understand with a sentence. */
export function readDigestArguments(argv: readonly string[]): Result<DigestCommand | 'help'> {
  let values: ReturnType<typeof parse>['values'];
  try {
    ({ values } = parse(argv));
  } catch (error) {
    return refuse('usage', error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  if (values.help) return ok('help');
  const day = values.day === undefined ? undefined : parseUtcDay(values.day);
  if (day && !day.ok) return refuse('usage', `--day: ${day.refusal.message.replace(/\.$/, '')}`);
  const only = values.only?.trim().toLowerCase();
  if (only !== undefined && !/^[^\s@]+@[^\s@]+$/.test(only)) return refuse('usage', '--only takes one address');
  if (day && only === undefined)
    return refuse('usage', '--day needs --only ADDRESS: what was sent is not sent again to all');
  const dryRun = values['dry-run'] ?? false;
  if (day && dryRun)
    return refuse('usage', 'The edition of a day can be read at /digest/YYYY-MM-DD; --dry-run shows what is due');
  return ok({ dryRun, only, day: day?.value });
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: {
      'dry-run': { type: 'boolean' },
      only: { type: 'string' },
      day: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
