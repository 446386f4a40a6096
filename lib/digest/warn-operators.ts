import { editionStore } from '@/lib/db/digest/edition-store';
import { takeWarningTurn } from '@/lib/db/digest/warning-turn';
import type { sql as pool } from '@/lib/db/sql';
import { env } from '@/lib/env';
import type { Log } from '@/lib/log';
import { sendNotice } from '@/lib/mail/send-notice';
import { readDigestWarnings, warningMail } from '@/src/digest';

/** Says loudly in the log, and by mail to the administrators every few hours, that the digest does not go out as it should. */
export async function warnOperators(sql: ReturnType<typeof pool>, log: Log): Promise<void> {
  const warnings = await readDigestWarnings(editionStore(sql), { now: new Date() });
  if (warnings.length === 0) return;
  for (const { message } of warnings) log.error(message);
  const { ADMIN_EMAILS, DIGEST_WARNINGS, SITE_NAME, BASE_URL = '' } = env();
  if (DIGEST_WARNINGS === 'off' || ADMIN_EMAILS.length === 0 || !(await takeWarningTurn(sql))) return;
  const mail = warningMail({ siteName: SITE_NAME, statusPage: `${BASE_URL}/status`, warnings });
  await sendNotice(ADMIN_EMAILS, { mail, what: 'The warning', log });
}
