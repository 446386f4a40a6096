import { editionStore } from '@/lib/db/digest/edition-store';
import type { sql } from '@/lib/db/sql';
import { digestNow } from '@/lib/jobs/digest-now';
import { previewPort } from './send-preview';

/** What the pages and routes of the digest work with. */
export const digestServices = (pool: ReturnType<typeof sql>) => ({
  editions: editionStore(pool),
  digestNow,
  previews: previewPort(),
});
