import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { permit } from './permissions';
import type { AccountStore } from './store';
import type { Viewer } from './viewer';

type Export = { viewer: Viewer | null; now: Date; store: AccountStore };

/** All that is kept of the viewer, as one value to be written as JSON. */
export async function exportAccount({ viewer, now, store }: Export): Promise<Result<Record<string, unknown>>> {
  const permitted = permit(viewer, 'export', now);
  if (!permitted.ok) return permitted;
  return ok({ exportedAt: now, ...(await store.exportOf(permitted.value.id)) });
}
