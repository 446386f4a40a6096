import { describe, expect, it } from 'vitest';
import { INGEST_HELP, readArguments } from './ingest-arguments';

describe('the command line of npm run ingest', () => {
  it.each([
    [[], { what: 'due' }],
    [['arxiv', '--from', '2026-01-01', '--to', '2026-01-02'], { what: 'arxiv', from: '2026-01-01', to: '2026-01-02' }],
    [['arxiv', '--categories', 'cs.CL, hep-th'], { what: 'arxiv', categories: ['cs.CL', 'hep-th'] }],
    [['hub', '--dry-run'], { what: 'hub', dryRun: true }],
    [['file', 'a', 'b', '--listed'], { what: 'file', paths: ['a', 'b'], listed: true }],
  ])('%j', (argv, expected) => {
    expect(readArguments(argv)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    [['rxiv'], /none of arxiv/],
    [['file'], /PATH/],
    [['hub', 'x'], /takes no “x”/],
    [['arxiv', '--from', '2026-02-30'], /--from: Write the day/],
    [['arxiv', '--from', '2026-02-03', '--to', '2026-02-01'], /lies after/],
    [['arxiv', '--categories', 'cs.CL,<x>'], /“<x>” is no arXiv category/],
    [['arxiv', '--categories', ''], /no arXiv category/],
    [['--dry-run'], /which source/],
    [['hub', '--fro', '2026-01-01'], /--fro/],
  ])('refuses %j', (argv, message) => {
    expect(readArguments(argv)).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(message) } });
  });

  it('helps, and its help names every option that it takes', () => {
    expect(readArguments(['--help'])).toMatchObject({ value: 'help' });
    for (const option of ['--from', '--to', '--categories', '--dry-run', '--listed', '--help']) {
      expect(INGEST_HELP).toContain(option);
    }
  });
});
