import type { NotPermitted, Viewer } from '@/src/accounts';
import { atLeast, permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { Item, ModerationStore, PersonRow, QueuedItem, WaitingClaim } from './moderation-store';
import { refusal } from './sentences';
import { type ItemRef, isItemId, type LogEntry } from './subject';

const PAGE_SIZE = 50;

export type Page<T> = { rows: T[]; page: number; pages: number; total: number };

const slice = (page: number) => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
const paged = <T>(rows: T[], page: number, total: number): Page<T> => ({
  rows,
  page,
  total,
  pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
});

/** The public log, the latest first. It says who acted, never who flagged. */
export async function readLog(store: ModerationStore, { page }: { page: number }): Promise<Page<LogEntry>> {
  const { entries, total } = await store.log(slice(page));
  return paged(entries, page, total);
}

type Asked<Input> = { viewer: Viewer | null; input: Input; now: Date };

/** What waits for a moderator, the longest waiting first. */
export async function readQueue(
  store: ModerationStore,
  { viewer, input, now }: Asked<{ page: number }>,
): Promise<Result<Page<QueuedItem>, NotPermitted>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const { items, total } = await store.queue(slice(input.page));
  return ok(paged(items, input.page, total));
}

/** Who says to be an author of a paper and waits for a moderator, the longest waiting first. */
export async function readClaims(
  store: ModerationStore,
  { viewer, input, now }: Asked<{ page: number }>,
): Promise<Result<Page<WaitingClaim>, NotPermitted>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const { claims, total } = await store.claims(slice(input.page));
  return ok(paged(claims, input.page, total));
}

/** One item with its flags and what was done about it before. */
export async function readItem(
  store: ModerationStore,
  { viewer, input, now }: Asked<ItemRef>,
): Promise<Result<{ item: Item; history: LogEntry[] }, NotPermitted | Refusal<'no-such-item'>>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const item = isItemId(input.kind, input.id) ? await store.item(input) : null;
  if (item === null) return refusal('no-such-item');
  const { entries } = await store.log({ limit: PAGE_SIZE, offset: 0, subject: input });
  return ok({ item, history: entries });
}

/** People by handle, name or, for administrators, address. Moderators do not see addresses. */
export async function findPeople(
  store: ModerationStore,
  { viewer, input, now }: Asked<{ text: string; page: number }>,
): Promise<Result<Page<Omit<PersonRow, 'email'> & { email: string | null }>, NotPermitted>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const trusted = atLeast(may.value.role, 'admin');
  const text = input.text.trim().replace(/^@/, '').slice(0, 200);
  const { people, total } = await store.people({ ...slice(input.page), text, byEmail: trusted });
  const rows = people.map((person) => ({ ...person, email: trusted ? person.email : null }));
  return ok(paged(rows, input.page, total));
}
