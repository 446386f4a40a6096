import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import { DAY, startTwoProcesses, type TwoProcesses } from './two-processes';
import { addVoter, call, type Voter } from './voter';

const PEOPLE = 50;
const TOGGLES = 1_000;

let world: TwoProcesses;
let voters: Voter[];
// Where the sources changed since the last build, the first process builds.
beforeAll(async () => {
  world = await startTwoProcesses();
  voters = [];
  for (let n = 0; n < PEOPLE; n++) voters.push(await addVoter(world));
}, 400_000);
afterAll(() => world?.stop(), 60_000);

const stored = async (paperId: PaperId) => {
  const [row] = await world.sql<{ upvotes: number; rows: number; people: string[] }[]>`
    SELECT upvotes, (SELECT count(*)::int FROM votes v WHERE v.paper_id = p.id AND counted) AS rows,
      ARRAY(SELECT user_id FROM votes v WHERE v.paper_id = p.id) AS people
    FROM papers p WHERE id = ${paperId}`;
  if (!row) throw new Error('The paper is gone.');
  return row;
};

test('1,000 toggles at once by 50 people on one paper, through two processes, leave the count equal to the rows', async () => {
  const [paperId] = (await world.addPapers(1)) as [PaperId];
  const last = new Map<string, boolean>();
  const rounds = TOGGLES / PEOPLE;
  // Each person's presses come one after the other, as from one browser; all people press at the same time.
  await Promise.all(
    voters.map(async (voter, person) => {
      for (let round = 0; round < rounds; round++) {
        const wanted = round < rounds - 1 ? round % 2 === 0 : person % 3 !== 0;
        const said = await voter.vote(paperId, wanted, ((person + round) % 2) as 0 | 1);
        expect(said).toMatchObject({ status: 200, body: { upvoted: wanted } });
        last.set(voter.id, wanted);
      }
    }),
  );
  const { upvotes, rows, people } = await stored(paperId);
  expect(upvotes).toBe(rows);
  expect(people.sort()).toEqual(
    voters
      .filter(({ id }) => last.get(id))
      .map(({ id }) => id)
      .sort(),
  );
  const [events] = await world.sql<{ balance: number }[]>`
    SELECT (count(*) FILTER (WHERE kind = 'set') - count(*) FILTER (WHERE kind = 'withdrawn'))::int AS balance
    FROM vote_events WHERE paper_id = ${paperId}`;
  expect(events?.balance).toBe(rows);
}, 120_000);

test('one person’s twenty presses at the same instant are one vote', async () => {
  const [paperId] = (await world.addPapers(1)) as [PaperId];
  const voter = voters[0] as Voter;
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => voter.vote(paperId, true, (n % 2) as 0 | 1)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await stored(paperId)).toMatchObject({ upvotes: 1, rows: 1 });
});

test('a vote shows in the kept pages of both processes', async () => {
  const [paperId] = (await world.addPapers(1)) as [PaperId];
  const shown = async (at: 0 | 1, path: string): Promise<string | undefined> => {
    const page = await (await fetch(`${world.servers[at].url}${path}`)).text();
    const form = page.slice(page.indexOf(`data-vote="${paperId}"`));
    return /class="vote-count">(\d+)</.exec(form)?.[1];
  };
  const places = ([0, 1] as const).flatMap((at) =>
    [`/papers/${paperId}`, `/papers/date/${DAY}?sort=newest`].map((path) => [at, path] as const),
  );
  for (const [at, path] of places) expect(await shown(at, path), path).toBe('0');
  for (const [at, path] of places) expect(await shown(at, path), path).toBe('0');
  await voters[1]?.vote(paperId, true, 0);
  await expect
    .poll(() => Promise.all(places.map(([at, path]) => shown(at, path))), { timeout: 10_000, interval: 50 })
    .toEqual(['1', '1', '1', '1']);
});

describe('while the database is restarted', () => {
  test('each answered vote is there and each refused one is not', async () => {
    const papers = await world.addPapers(40);
    const answers: { voter: Voter; paperId: PaperId; status: number }[] = [];
    let pressing = true;
    const press = async (voter: Voter, person: number): Promise<void> => {
      for (const [n, paperId] of papers.entries()) {
        if (!pressing) return;
        const began = performance.now();
        const { status, body } = await voter.vote(paperId, true, ((person + n) % 2) as 0 | 1);
        expect(performance.now() - began, 'no press hangs').toBeLessThan(15_000);
        if (status !== 200) expect(body['error']).toMatch(/nothing was changed\. Try again/);
        answers.push({ voter, paperId, status });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    };
    const pressed = Promise.all(voters.slice(0, 12).map(press));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await world.restartDatabase(700);
    await pressed;
    pressing = false;

    const there = await world.sql<{ user_id: string; paper_id: string }[]>`
      SELECT user_id, paper_id FROM votes WHERE paper_id = ANY (${papers as string[]})`;
    const rows = new Set(there.map((row) => `${row.user_id} ${row.paper_id}`));
    const of = (status: number) => answers.filter((answer) => answer.status === status);
    const isThere = ({ voter, paperId }: (typeof answers)[number]) => rows.has(`${voter.id} ${paperId}`);
    expect(of(200).length).toBeGreaterThan(50);
    expect(of(503).length, 'some came while nothing could be stored').toBeGreaterThan(0);
    expect(of(200).length + of(503).length).toBe(answers.length);
    expect(of(200).filter((answer) => !isThere(answer))).toEqual([]);
    expect(of(503).filter(isThere)).toEqual([]);
    for (const paperId of papers) {
      const { upvotes, rows: counted } = await stored(paperId);
      expect(upvotes).toBe(counted);
    }
  }, 120_000);

  test('both processes hear of votes again afterwards', async () => {
    const [paperId] = (await world.addPapers(1)) as [PaperId];
    await voters[2]?.vote(paperId, true, 1);
    for (const { url } of world.servers) {
      await expect
        .poll(async () => (await (await fetch(`${url}/papers/${paperId}`)).text()).includes('class="vote-count">1<'), {
          timeout: 15_000,
        })
        .toBe(true);
    }
  }, 60_000);
});

test('the health of the processes is as before', async () => {
  for (const { url } of world.servers) expect((await call(`${url}/api/health`)).status).toBe(200);
});
