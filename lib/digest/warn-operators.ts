import { editionStore } from '@/lib/db/digest/edition-store';
import { takeWarningTurn } from '@/lib/db/digest/warning-turn';
import type { sql as pool } from '@/lib/db/sql';
import { env } from '@/lib/env';
import type { Log } from '@/lib/log';
import { mailer } from '@/lib/mail/mailer';
import { readDigestWarnings, warningMail } from '@/src/digest';
import { mailMessage } from '@/src/mail';

/** Says loudly in the log, and by mail to the administrators every few hours, that the digest does not go out as it should. */
export async function warnOperators(sql: ReturnType<typeof pool>, log: Log): Promise<void> {
  const warnings = await readDigestWarnings(editionStore(sql), { now: new Date() });
  if (warnings.length === 0) return;
  for (const { message } of warnings) log.error(message);
  const { ADMIN_EMAILS, DIGEST_WARNINGS, SITE_NAME, BASE_URL = '' } = env();
  if (DIGEST_WARNINGS === 'off' || ADMIN_EMAILS.length === 0 || !(await takeWarningTurn(sql))) return;
  const mail = warningMail({ siteName: SITE_NAME, statusPage: `${BASE_URL}/status`, warnings });
  for (const to of ADMIN_EMAILS) {
    const message = mailMessage({ to, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
    if (!message.ok) continue;
    await mailer()
      .send(message.value)
      .catch((error: unknown) =>
        log.error(`The warning could not be mailed: ${error instanceof Error ? error.message : error}`),
      );
  }
}
