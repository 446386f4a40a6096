import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { DeliveryRow, DeliveryState, EditionRow, EditionStore } from './digest-store';
import { type DigestWarning, readDigestWarnings } from './warnings';

const EDITIONS_SHOWN = 30;
const DELIVERIES_A_PAGE = 50;

type Asked<Input> = { viewer: Viewer | null; input: Input; now: Date };

export type EditionsRead = { editions: EditionRow[]; warnings: DigestWarning[] };

/** The last editions with their counts, and what is wrong. Only administrators see the digest's affairs. */
export async function readEditions(
  store: EditionStore,
  { viewer, now }: Omit<Asked<never>, 'input'>,
): Promise<Result<EditionsRead, NotPermitted>> {
  const may = permit(viewer, 'administer', now);
  if (!may.ok) return may;
  const [editions, warnings] = await Promise.all([store.editions(EDITIONS_SHOWN), readDigestWarnings(store, { now })]);
  return ok({ editions, warnings });
}

export type EditionRead = {
  edition: EditionRow;
  state: DeliveryState;
  page: number;
  pages: number;
  deliveries: DeliveryRow[];
};

/** One edition, and who is in one of its states: names of readers, so for administrators only. */
export async function readEdition(
  store: EditionStore,
  { viewer, input, now }: Asked<{ id: number; state: DeliveryState; page: number }>,
): Promise<Result<EditionRead, NotPermitted | Refusal<'no-such-edition'>>> {
  const may = permit(viewer, 'administer', now);
  if (!may.ok) return may;
  const edition = await store.edition(input.id);
  if (edition === null) return refuse('no-such-edition', 'There is no such edition.');
  const { state } = input;
  const pages = Math.max(1, Math.ceil(edition.counts[state] / DELIVERIES_A_PAGE));
  const page = Math.min(pages, input.page);
  const offset = (page - 1) * DELIVERIES_A_PAGE;
  const deliveries = await store.deliveries(edition.id, { state, limit: DELIVERIES_A_PAGE, offset });
  return ok({ edition, state, page, pages, deliveries });
}

/** Puts what failed of an edition, or one delivery, back into the queue. How many. */
export async function retryFailed(
  store: EditionStore,
  { viewer, input, now }: Asked<{ editionId: number; deliveryId: string | undefined }>,
): Promise<Result<number, NotPermitted>> {
  const may = permit(viewer, 'administer', now);
  if (!may.ok) return may;
  return ok(await store.retry(input.editionId, input.deliveryId));
}
