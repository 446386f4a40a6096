import { join } from 'node:path';
import { awaitsFirstAdmin, promoteNamed } from '../db/enter-account';
import { sql } from '../db/sql';
import type { Env } from '../env';
import { isOwnMachine, siteOrigin } from '../site-origin';

/** Makes the people of ADMIN_EMAILS administrators, and tells what an operator has to know of accounts and mail. */
export async function accountNotes(env: Env): Promise<string[]> {
  const { ADMIN_EMAILS, DATABASE_URL = '', SMTP_URL, DATA_DIR, BASE_URL } = env;
  const database = sql(DATABASE_URL);
  await promoteNamed(database, ADMIN_EMAILS);
  const notes: string[] = [];
  if (SMTP_URL === undefined) {
    const page = isOwnMachine(siteOrigin()) ? `at ${BASE_URL}/dev/mail on this machine, or ` : '';
    notes.push(`SMTP_URL is not set, so mail is kept and not sent: read it ${page}in ${join(DATA_DIR, 'mail')}.`);
  }
  if (ADMIN_EMAILS.length === 0 && (await awaitsFirstAdmin(database))) {
    notes.push('ADMIN_EMAILS is empty: whoever signs in first becomes the administrator.');
  }
  return notes;
}
