import { escapeHtml } from './escape-html';

type Parts = {
  siteName: string;
  subject: string;
  /** The sentence above the button. */
  lead: string;
  button: { label: string; link: string };
  /** Sentences below it. */
  notes: readonly string[];
};

const SERIF = "Georgia,'Times New Roman',serif";
const SANS = "-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

/**
 * A short mail of ours with one button. Its callers put nothing into it that a person typed, so that nobody can have our
 * server send words of his to somebody else's address.
 */
export function letter({ siteName, subject, lead, button, notes }: Parts): {
  subject: string;
  text: string;
  html: string;
} {
  const text = `${lead}\n\n${button.link}\n\n${notes.join('\n')}\n`;
  const href = escapeHtml(button.link);
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:0;background-color:#f6f4ee;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f6f4ee;"><tr><td align="center" style="padding:32px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:480px;background-color:#fffefb;border:1px solid #dcd7ca;"><tr><td style="padding:28px 32px 32px;">
<p style="margin:0 0 20px;padding:0 0 14px;border-bottom:3px double #1d1b18;font-family:${SERIF};font-size:24px;font-weight:bold;line-height:1.2;color:#1d1b18;">${escapeHtml(siteName)}</p>
<p style="margin:0 0 24px;font-family:${SERIF};font-size:18px;line-height:1.5;color:#1d1b18;">${escapeHtml(lead)}</p>
<p style="margin:0 0 24px;"><a href="${href}" style="display:inline-block;padding:13px 26px;background-color:#1d1b18;border-radius:4px;font-family:${SANS};font-size:16px;font-weight:600;line-height:1.2;color:#fffefb;text-decoration:none;">${escapeHtml(button.label)}</a></p>
<p style="margin:0 0 16px;font-family:${SANS};font-size:14px;line-height:1.55;color:#55504a;">${escapeHtml(notes.join(' '))}</p>
<p style="margin:0;font-family:${SANS};font-size:12px;line-height:1.55;color:#6b655d;">If the button does not work, open this address:<br><a href="${href}" style="color:#6b655d;word-break:break-all;">${href}</a></p>
</td></tr></table>
</td></tr></table>
</body></html>
`;
  return { subject, text, html };
}
