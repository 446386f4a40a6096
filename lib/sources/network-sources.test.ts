import { describe, expect, it } from 'vitest';
import type { Source, SourceEvent } from '@/src/ingest';
import type { UtcDay } from '@/src/shared';
import { type Route, startReplayServer } from '@/tests/setup/replay-server';
import { apiSource, recentApiSource } from './api-source';
import { feedSource } from './feed-source';
import { localHostTurn } from './host-turn';
import { hubSource } from './hub-source';
import { oaiSource } from './oai-source';
import { politeFetch } from './polite-fetch';

const NOW = new Date('2026-01-14T12:00:00Z');
const sleep = async () => {};
const fetchFast = politeFetch({
  userAgent: 'test',
  turn: localHostTurn({ intervalMs: 0, sleep, now: () => NOW }),
  fetch,
  sleep,
  now: () => NOW,
  random: () => 0,
});

async function all(
  source: Source,
): Promise<{ events: SourceEvent[]; ids: string[]; states: unknown[]; fault: Error | undefined }> {
  const events: SourceEvent[] = [];
  let fault: Error | undefined;
  try {
    for await (const event of source.events(new AbortController().signal)) events.push(event);
  } catch (error) {
    fault = error as Error;
  }
  return {
    events,
    fault,
    ids: events.flatMap((event) => (event.kind === 'paper' ? [event.record.facts.id] : [])),
    states: events.flatMap((event) => (event.kind === 'checkpoint' ? [event.state] : [])),
  };
}

const oai = (inner: string) => ({
  body: `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-14T09:00:00Z</responseDate>${inner}</OAI-PMH>`,
});
const record = (
  id: string,
) => `<record><header><identifier>oai:arXiv.org:${id}</identifier><datestamp>2026-01-13</datestamp></header>
  <metadata><arXivRaw xmlns="r"><version version="v1"><date>Mon, 12 Jan 2026 12:00:00 GMT</date></version><title>T</title>
  <authors>Ada Quill</authors><categories>cs.CL</categories><abstract>A.</abstract></arXivRaw></metadata></record>`;
const page = (ids: string[], token?: string) =>
  oai(
    `<ListRecords>${ids.map(record).join('')}${token ? `<resumptionToken expires="2026-01-15T00:00:00Z">${token}</resumptionToken>` : ''}</ListRecords>`,
  );

describe('harvesting', () => {
  const harvest = async (
    route: Route,
    { kept, window }: { kept?: unknown; window?: { from: UtcDay; until?: UtcDay } } = {},
  ) => {
    await using server = await startReplayServer({ '/oai': route });
    const asked: string[] = [];
    const result = await all(
      oaiSource({
        fetch: (url) => {
          asked.push(decodeURIComponent(new URL(url).search));
          return fetchFast(url, { attempts: 1, timeoutMs: 2_000 });
        },
        baseUrl: `${server.url}/oai`,
        categories: ['cs.CL'],
        range: window ?? { since: '2026-01-07' as UtcDay },
        readCursor: async () => kept,
        now: () => NOW,
      }),
    );
    return { ...result, asked };
  };

  it('follows tokens to the end, with a cursor after each page', async () => {
    const { ids, states, asked } = await harvest([page(['2601.00001'], 'a%3Db'), page(['2601.00002'])]);
    expect(ids).toEqual(['2601.00001', '2601.00002']);
    expect(asked[0]).toBe('?verb=ListRecords&metadataPrefix=arXivRaw&set=cs:cs:CL&from=2026-01-07');
    expect(asked[1]).toBe('?verb=ListRecords&resumptionToken=a%3Db');
    expect(states).toEqual([
      { from: '2026-01-07', next: '2026-01-14', token: 'a%3Db', expires: '2026-01-15T00:00:00.000Z' },
      { from: '2026-01-14' },
    ]);
  });

  it('goes on from a kept token', async () => {
    const kept = { from: '2026-01-07', next: '2026-01-13', token: 'T', expires: '2026-01-15T00:00:00Z' };
    const { asked, states } = await harvest(page(['2601.00003']), { kept });
    expect(asked).toEqual(['?verb=ListRecords&resumptionToken=T']);
    expect(states).toEqual([{ from: '2026-01-13' }]);
  });

  it('begins the window again when the token has expired, by date or by the server’s word', async () => {
    const expired = { from: '2026-01-07', token: 'T', expires: '2026-01-14T00:00:00Z' };
    expect((await harvest(page([]), { kept: expired })).asked[0]).toContain('from=2026-01-07');
    const refused = { from: '2026-01-07', token: 'T', expires: '2026-01-15T00:00:00Z' };
    const { asked, ids } = await harvest(
      [oai('<error code="badResumptionToken">expired</error>'), page(['2601.00004'])],
      { kept: refused },
    );
    expect(asked[1]).toContain('from=2026-01-07');
    expect(ids).toEqual(['2601.00004']);
  });

  it('nothing new is no error, and moves the cursor', async () => {
    const { fault, states } = await harvest(oai('<error code="noRecordsMatch">none</error>'));
    expect(fault).toBeUndefined();
    expect(states).toEqual([{ from: '2026-01-14' }]);
  });

  it('any other error inside a 200 answer ends it', async () => {
    const { fault, states } = await harvest(oai('<error code="badArgument">no such set</error>'));
    expect(fault?.message).toContain('badArgument for cs:cs:CL: no such set');
    expect(states).toEqual([]);
  });

  it('a page that breaks off gives its papers but no cursor', async () => {
    const whole = page(['2601.00005', '2601.00006'], 'T').body;
    const { ids, states, fault } = await harvest({ body: whole.slice(0, whole.indexOf('2601.00006')) });
    expect(ids).toEqual(['2601.00005']);
    expect(states).toEqual([]);
    expect(fault?.message).toContain('broke off');
  });

  it('HTML instead of XML ends it with a sentence', async () => {
    const { events, fault } = await harvest({ body: '<!doctype html><html>Blocked</html>' });
    expect(fault).toBeDefined();
    expect(events).toMatchObject([{ kind: 'reject' }]);
  });

  it('a server that goes in circles is left', async () => {
    expect((await harvest(page(['2601.00007'], 'same'))).fault?.message).toContain('same resumption token');
  });

  it('a window that somebody names leaves the nightly cursor alone', async () => {
    const window = { from: '2026-01-01' as UtcDay, until: '2026-01-02' as UtcDay };
    const { events, asked } = await harvest(page(['2601.00008']), { window });
    expect(asked[0]).toContain('from=2026-01-01&until=2026-01-02');
    expect(events.find(({ kind }) => kind === 'checkpoint')).toMatchObject({
      scope: 'cs:cs:CL 2026-01-01..2026-01-02',
      state: window,
    });
  });
});

const atom = (...ids: string[]) => ({
  body: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><updated>2026-01-14T00:00:00Z</updated>${ids
    .map(
      (
        id,
      ) => `<entry><id>http://arxiv.org/abs/${id}v1</id><title>T</title><updated>2026-01-12T12:00:00Z</updated><summary>A.</summary>
    <category term="cs.CL"/><published>2026-01-12T12:00:00Z</published><arxiv:primary_category term="cs.CL"/><author><name>Ada</name></author></entry>`,
    )
    .join('')}</feed>`,
});
const apiError = {
  status: 400,
  body: '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format for bad</summary></entry></feed>',
};

describe('single papers', () => {
  const ask = async (route: Route, wanted: Parameters<typeof apiSource>[1]) => {
    await using server = await startReplayServer({ '/api': route });
    const unknown: string[] = [];
    const result = await all(
      apiSource({ fetch: fetchFast, baseUrl: `${server.url}/api` }, wanted, (id) => unknown.push(id)),
    );
    return { ...result, unknown, asked: server.requests.map(({ url }) => url.searchParams.get('id_list')) };
  };
  const some = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `2601.${String(n + 1).padStart(5, '0')}` }));

  it('are asked for a hundred at a time', async () => {
    const { asked, ids } = await ask(
      (seen) => atom(...(seen.url.searchParams.get('id_list') ?? '').split(',')),
      some(150),
    );
    expect(asked.map((list) => list?.split(',').length)).toEqual([100, 50]);
    expect(ids).toHaveLength(150);
  });

  it('that the API does not know are told apart', async () => {
    const { ids, unknown } = await ask(atom('2601.00002'), some(2));
    expect(ids).toEqual(['2601.00002']);
    expect(unknown).toEqual(['2601.00001']);
  });

  it('one malformed id costs no other its answer', async () => {
    const route: Route = (seen) => {
      const ids = (seen.url.searchParams.get('id_list') ?? '').split(',');
      return ids.includes('bad') ? apiError : atom(...ids);
    };
    const { ids, unknown, events } = await ask(route, [...some(4), { id: 'bad' }, { id: '2601.00009' }]);
    expect(ids.sort()).toEqual(['2601.00001', '2601.00002', '2601.00003', '2601.00004', '2601.00009']);
    expect(unknown).toEqual(['bad']);
    expect(events.filter(({ kind }) => kind === 'reject')).toHaveLength(1);
  });

  it('that an announcement named get that day’s listing', async () => {
    const missing = { id: '2601.00001', day: '2026-01-13' as UtcDay, categories: ['cs.CL'] };
    const crossed = { id: '2601.00002', day: '2026-01-14' as UtcDay, categories: ['cs.LG'] };
    const { events } = await ask(atom('2601.00001', '2601.00002'), [missing, crossed]);
    expect(events.flatMap((event) => (event.kind === 'paper' ? event.record.listings : []))).toEqual([
      { day: '2026-01-13', announced: 'new', categories: ['cs.CL'], source: 'feed' },
      { day: '2026-01-14', announced: 'cross', categories: ['cs.LG'], source: 'feed' },
    ]);
  });

  it('a bare 400 is an outage, not an answer', async () => {
    expect((await ask({ status: 400, body: 'nope' }, some(1))).fault).toMatchObject({ status: 400 });
  });

  it('the latest submissions of some categories', async () => {
    await using server = await startReplayServer({ '/api': atom('2601.00001') });
    const { ids } = await all(
      recentApiSource({ fetch: fetchFast, baseUrl: `${server.url}/api` }, ['cs.AI', 'cs.CL'], 50),
    );
    expect(ids).toEqual(['2601.00001']);
    expect(server.requests[0]?.url.searchParams.get('search_query')).toBe('cat:cs.AI OR cat:cs.CL');
  });
});

describe('announcement feeds', () => {
  it('one a category, whose name is checked', async () => {
    const rss = (name: string) => ({
      body: `<rss version="2.0"><channel><title>${name} updates on arXiv.org</title><pubDate>Wed, 14 Jan 2026 00:00:00 -0500</pubDate></channel></rss>`,
    });
    await using server = await startReplayServer({ '/rss/cs.AI': rss('cs.AI'), '/rss/cs.CL': rss('cs.XX') });
    const { events } = await all(feedSource({ fetch: fetchFast, baseUrl: server.url, categories: ['cs.AI', 'cs.CL'] }));
    expect(events.filter(({ kind }) => kind !== 'progress')).toMatchObject([
      { kind: 'announcement', announcement: { category: 'cs.AI', day: '2026-01-14' } },
      { kind: 'warning', message: expect.stringContaining('cs.XX') },
    ]);
  });
});

describe('the Hub', () => {
  const item = (n: number) => ({
    paper: {
      id: `2601.${String(n).padStart(5, '0')}`,
      authors: [],
      publishedAt: '2026-01-12T00:00:00.000Z',
      title: 'T',
      summary: 'S',
      upvotes: 1,
    },
  });
  const days = async (route: Route, to = '2026-01-13') => {
    await using server = await startReplayServer({ '/api/daily_papers': route });
    const result = await all(
      hubSource({ fetch: fetchFast, baseUrl: server.url, from: '2026-01-13' as UtcDay, to: to as UtcDay }),
    );
    return { ...result, asked: server.requests.map(({ url }) => url.search) };
  };

  it('is paged until a page is short', async () => {
    const full = Array.from({ length: 100 }, (_, n) => item(n + 1));
    const { ids, asked } = await days([{ body: JSON.stringify(full) }, { body: JSON.stringify([item(101)]) }]);
    expect(ids).toHaveLength(101);
    expect(asked).toEqual(['?date=2026-01-13&limit=100&p=0', '?date=2026-01-13&limit=100&p=1']);
  });

  it('a day that it refuses is a day without picks', async () => {
    const { fault, ids } = await days(
      [{ status: 400, body: '{"error":"future"}' }, { body: JSON.stringify([item(1)]) }],
      '2026-01-14',
    );
    expect(fault).toBeUndefined();
    expect(ids).toEqual(['2601.00001']);
  });

  it.each(['<html>sign in</html>', '{"error":"no"}', '[1]'])('an answer that is no list ends it: %s', async (body) => {
    expect((await days({ body })).fault?.message).toMatch(/did not answer with/);
  });
});
