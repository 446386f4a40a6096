import { escapeHtml } from './escape-html';

type Link = { siteName: string; link: string; minutes: number };

const SERIF = "Georgia,'Times New Roman',serif";
const SANS = "-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

/**
 * The mail with a sign-in link. It holds nothing that a person typed, so that nobody can have our server send words of
 * his to somebody else's address.
 */
export function signInMail({ siteName, link, minutes }: Link): { subject: string; text: string; html: string } {
  const subject = `Sign in to ${siteName}`;
  const valid = `The link works once, for ${minutes} minutes.`;
  const other = 'If you did not ask for it, do nothing: without this link nobody gets in.';
  const text = `Open this page to sign in to ${siteName}:\n\n${link}\n\n${valid}\n${other}\n`;
  const href = escapeHtml(link);
  const name = escapeHtml(siteName);
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:0;background-color:#f6f4ee;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f6f4ee;"><tr><td align="center" style="padding:32px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:480px;background-color:#fffefb;border:1px solid #dcd7ca;"><tr><td style="padding:28px 32px 32px;">
<p style="margin:0 0 20px;padding:0 0 14px;border-bottom:3px double #1d1b18;font-family:${SERIF};font-size:24px;font-weight:bold;line-height:1.2;color:#1d1b18;">${name}</p>
<p style="margin:0 0 24px;font-family:${SERIF};font-size:18px;line-height:1.5;color:#1d1b18;">Here is your link to sign in.</p>
<p style="margin:0 0 24px;"><a href="${href}" style="display:inline-block;padding:13px 26px;background-color:#1d1b18;border-radius:4px;font-family:${SANS};font-size:16px;font-weight:600;line-height:1.2;color:#fffefb;text-decoration:none;">Sign in to ${name}</a></p>
<p style="margin:0 0 16px;font-family:${SANS};font-size:14px;line-height:1.55;color:#55504a;">${valid} ${other}</p>
<p style="margin:0;font-family:${SANS};font-size:12px;line-height:1.55;color:#6b655d;">If the button does not work, open this address:<br><a href="${href}" style="color:#6b655d;word-break:break-all;">${href}</a></p>
</td></tr></table>
</td></tr></table>
</body></html>
`;
  return { subject, text, html };
}
