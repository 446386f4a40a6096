import type postgres from 'postgres';
import { forgetOldDrafts } from './comments/drafts';
import { forgetSpentLimits } from './rate-limit';
import { countSearchWords } from './search-store';
import { forgetUnconfirmed } from './subscriptions/forget-unconfirmed';

/** Removes what nobody needs any more; what it did, in a sentence. */
export async function upkeep(sql: postgres.Sql): Promise<string> {
  const drafts = await forgetOldDrafts(sql);
  const sessions = await sql`DELETE FROM sessions WHERE expires_at < now()`;
  const links = await sql`DELETE FROM verifications WHERE expires_at < now() - interval '1 day'`;
  const unconfirmed = await forgetUnconfirmed(sql);
  await sql`DELETE FROM submission_drafts WHERE updated_at < now() - interval '30 days'`;
  await forgetSpentLimits(sql);
  await countSearchWords(sql);
  const spent = links.count + unconfirmed.links;
  return `Removed ${sessions.count} ended sessions, ${spent} spent links, ${drafts} old drafts and ${unconfirmed.subscribers} subscribers who never confirmed.`;
}
