import type postgres from 'postgres';
import { forgetOldDrafts } from './comments/drafts';
import { forgetSpentLimits } from './rate-limit';

/** Removes what nobody needs any more; what it did, in a sentence. */
export async function upkeep(sql: postgres.Sql): Promise<string> {
  const drafts = await forgetOldDrafts(sql);
  const sessions = await sql`DELETE FROM sessions WHERE expires_at < now()`;
  const links = await sql`DELETE FROM verifications WHERE expires_at < now() - interval '1 day'`;
  await forgetSpentLimits(sql);
  return `Removed ${sessions.count} ended sessions, ${links.count} spent sign-in links and ${drafts} old drafts.`;
}
