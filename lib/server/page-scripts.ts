import { createHash } from 'node:crypto';

/** Set by a page whose components run in the browser; without it a page needs none of React's scripts. */
const RUNTIME_MARK = /<meta name="runtime" content="react"\s*\/?>/;

/** A link that only fetches a script ahead. */
const SCRIPT_LINK = /\b(?:as="script"|rel="modulepreload")/;

// Next cannot set a status without losing the page, so a page asks for one in a tag, which goes no further than here.
const STATUS_MARK = /<meta name="status" content="([45]\d\d)"\s*\/?>/;

/** The status that a page asks for, and the page without its asking. */
export function statusOf(html: string, answered: number): { html: string; status: number } {
  const asked = STATUS_MARK.exec(html);
  if (!asked) return { html, status: answered };
  return { html: html.replace(asked[0], ''), status: answered === 200 ? Number(asked[1]) : answered };
}

/** A page as it goes out, and the script sources that its policy has to allow besides 'self'. */
export type Secured = { html: string; scripts: string[] };

/**
 * Next stamps the scripts that are its own with the nonce of this one rendering, a secret that nothing in the page's
 * content can know. On a page of plain HTML they all go; on a page with React's runtime the inline ones are allowed by
 * their hashes. The nonce itself never leaves the server, so that a kept page can be sent to everybody.
 */
export function securePage(html: string, nonce: string): Secured {
  const stamp = `nonce="${nonce}"`;
  if (!html.includes(stamp)) return { html, scripts: [] };
  // Attribute values hold no < or > (React escapes them), so a tag never reaches over another one.
  const script = new RegExp(`<script\\b([^<>]*?)\\s*\\b${stamp}([^<>]*)>([\\s\\S]*?)</script>`, 'g');
  const link = new RegExp(`<link\\b([^<>]*?)\\s*\\b${stamp}([^<>]*)>`, 'g');
  const bare = (_: string, before: string, after: string): string => `<link${before}${after}>`;
  if (!RUNTIME_MARK.test(html)) {
    // Stylesheets and fonts bear the stamp as well, and stay.
    const kept = (whole: string, before: string, after: string): string =>
      SCRIPT_LINK.test(whole) ? '' : bare(whole, before, after);
    return { html: html.replace(script, '').replace(link, kept), scripts: [] };
  }
  const hashes = new Set<string>();
  const kept = html
    .replace(script, (_, before: string, after: string, code: string) => {
      if (code !== '') hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
      return `<script${before}${after}>${code}</script>`;
    })
    .replace(link, bare);
  return { html: kept, scripts: [...hashes] };
}
