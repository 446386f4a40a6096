import { escapeHtml } from '@/src/mail';
import { plainLine } from './plain-line';
import type { DigestWarning } from './warnings';

type Given = { siteName: string; statusPage: string; warnings: readonly DigestWarning[] };

/** What the administrators are mailed when the digest does not go out as it should. */
export function warningMail({ siteName, statusPage, warnings }: Given): {
  subject: string;
  text: string;
  html: string;
} {
  const lines = warnings.map(({ message }) => plainLine(message));
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  const href = escapeHtml(statusPage);
  return {
    subject: `${siteName}: the digest needs you`,
    text: `${lines.map((line) => `- ${line}`).join('\n')}\n\n${statusPage}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The digest needs you</title></head><body><ul>${items}</ul><p><a href="${href}">${href}</a></p></body></html>`,
  };
}
