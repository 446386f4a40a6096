import { afterAll, describe, expect, it } from 'vitest';
import { mergePaper } from '@/src/ingest';
import { someFacts } from '@/tests/factories/ingest-record';
import { renderInline } from './render-inline';
import { RenderPool } from './render-pool';

const papers = Array.from({ length: 150 }, (_, n) =>
  mergePaper(undefined, someFacts(n + 1, { title: `Of $x_{${n}}$` })),
);

describe('rendering for ingest', () => {
  const pool = new RenderPool(2);
  afterAll(() => pool.close());

  it('in worker threads and on the own thread comes to the same, in order', async () => {
    const own = await renderInline(papers);
    expect(own).toHaveLength(150);
    expect(own[7]).toMatchObject({ titleText: 'Of x₇' });
    expect(await pool.render(papers)).toEqual(own);
    // Two threads start, each with its own compiler, on machines that may be busy.
  }, 60_000);

  it('of nothing is nothing', async () => {
    expect(await pool.render([])).toEqual([]);
  });

  it('lets other work through while it goes on', async () => {
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    await renderInline([...papers, ...papers, ...papers, ...papers]);
    clearInterval(count);
    expect(turns).toBeGreaterThan(1);
  });
});
