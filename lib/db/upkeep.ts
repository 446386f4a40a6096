import type postgres from 'postgres';
import { renderStaleComments } from '@/src/comments';
import { prepareSearch } from '../search/prepare-search';
import { forgetOldDrafts } from './comments/drafts';
import { staleCommentStore } from './comments/stale';
import { forgetSpentLimits } from './rate-limit';
import { backfillSearch } from './search/backfill';
import { countSearchWords } from './search-store';
import { forgetUnconfirmed } from './subscriptions/forget-unconfirmed';

/** Comments that one run renders again; more wait for the next. */
const RENDERED_A_RUN = 5_000;

/** Removes what nobody needs any more, and renders again what an older version rendered; what it did, in a sentence. */
export async function upkeep(sql: postgres.Sql): Promise<string> {
  const drafts = await forgetOldDrafts(sql);
  const sessions = await sql`DELETE FROM sessions WHERE expires_at < now()`;
  const links = await sql`DELETE FROM verifications WHERE expires_at < now() - interval '1 day'`;
  const unconfirmed = await forgetUnconfirmed(sql);
  await sql`DELETE FROM submission_drafts WHERE updated_at < now() - interval '30 days'`;
  await sql`DELETE FROM webhook_deliveries WHERE finished_at < now() - interval '30 days'`;
  await forgetSpentLimits(sql);
  await countSearchWords(sql);
  await backfillSearch(sql, prepareSearch);
  const spent = links.count + unconfirmed.links;
  const rendered = await renderStaleComments(staleCommentStore(sql), RENDERED_A_RUN);
  return `Removed ${sessions.count} ended sessions, ${spent} spent links, ${drafts} old drafts and ${unconfirmed.subscribers} subscribers who never confirmed; rendered ${rendered} comments again.`;
}
