import * as plan from '@/lib/db/webhooks/plan';
import type { PaperId } from '@/src/papers';
import { commentPath, dayPath, paperPath, type UtcDay } from '@/src/shared';

type Ports = {
  sql: Parameters<typeof plan.enqueue>[0];
  baseUrl: string;
  /** The latest day that shows papers, and how many. */
  latestDay: () => Promise<{ day: UtcDay; papers: number } | null>;
  /** The newest papers that a search finds whole, none where it only comes near; undefined where it could not be asked just now. */
  find: (query: string) => Promise<PaperId[] | undefined>;
};

const message = (type: string, at: Date, data: object): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data });

/** Looks for what is new and puts it into the outbox. May run at any time, and twice at once: each message is one row. */
export async function planEvents(ports: Ports): Promise<number> {
  const { sql } = ports;
  const upTo = new Date();
  const since = await plan.newSince(sql);
  const searched = await ofSearches(ports, since);
  const messages = [...(await ofDay(ports)), ...(await ofReplies(ports, since)), ...searched.messages];
  // What a search could not tell is asked again, from the same time on.
  return plan.enqueue(sql, messages, searched.whole ? upTo : null);
}

async function ofDay({ sql, baseUrl, latestDay }: Ports): Promise<plan.Planned[]> {
  const latest = await latestDay();
  if (latest === null) return [];
  const { day, papers } = latest;
  return (await plan.dayHooks(sql, day)).map(({ webhookId, listedAt }) => ({
    webhookId,
    messageId: `day.${day}`,
    event: 'day.published',
    body: message('day.published', listedAt, {
      date: day,
      papers,
      url: `${baseUrl}${dayPath(day)}`,
      api: `${baseUrl}/api/daily_papers?date=${day}`,
    }),
  }));
}

async function ofReplies({ sql, baseUrl }: Ports, since: Date): Promise<plan.Planned[]> {
  return (await plan.newReplies(sql, since)).map(
    ({ webhookId, id, paperId, title, body, handle, parentId, createdAt }) => ({
      webhookId,
      messageId: `reply.${id}`,
      event: 'comment.replied',
      body: message('comment.replied', createdAt, {
        paper: { id: paperId, title, url: `${baseUrl}${paperPath(paperId)}` },
        comment: { id, parentId, author: handle, markdown: body, url: `${baseUrl}${commentPath(paperId, id)}` },
      }),
    }),
  );
}

type Searched = { messages: plan.Planned[]; whole: boolean };

async function ofSearches({ sql, baseUrl, find }: Ports, since: Date): Promise<Searched> {
  const papers = new Map((await plan.newPapers(sql, since)).map((paper) => [paper.id, paper]));
  if (papers.size === 0) return { messages: [], whole: true };
  const hooks = await plan.searchHooks(sql);
  const found = new Map<string, PaperId[] | undefined>();
  let whole = true;
  const messages: plan.Planned[] = [];
  for (const { webhookId, startsAt, searchId, query } of hooks) {
    if (!found.has(query)) found.set(query, await find(query));
    const ids = found.get(query);
    if (!ids) whole = false;
    for (const id of ids ?? []) {
      const paper = papers.get(id);
      if (!paper || paper.at < startsAt) continue;
      const { title, authors, at } = paper;
      messages.push({
        webhookId,
        messageId: `match.${searchId}.${id}`,
        event: 'search.matched',
        body: message('search.matched', at, {
          query,
          paper: { id, title, authors, url: `${baseUrl}${paperPath(id)}` },
        }),
      });
    }
  }
  return { messages, whole };
}
