import type { FoundLink } from './tex/found-links';
import { safeHref } from './tex/link-spans';

const REPOSITORY =
  /^https?:\/\/(?:www\.)?(?:(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gist\.github\.com|git\.sr\.ht)\/[^/?#]+\/[^/?#]+|gitlab\.[\w.-]+\/[^/?#]+\/[^/?#]+|anonymous\.4open\.science\/r\/)/;
const HUB = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!papers\/|docs\/|blog\/|join)[^/?#]+/;
const ZENODO = /^https?:\/\/(?:www\.)?(?:zenodo\.org\/(?:records?|doi|badge)\/|doi\.org\/10\.5281\/zenodo)/;
const PAGES_HOST = /^https?:\/\/(?:[\w-]+\.(?:github|gitlab)\.io|sites\.google\.com\/|[\w-]+\.(?:netlify|vercel)\.app)/;
const CODE_WORDS =
  /\b(?:codes?|source|software|implementation|package|repository|repo|toolkit|library|scripts?)\b[^.]*$/i;
const PAGE_WORDS =
  /\b(?:project|home|demo|companion|supplementary|accompanying|our)[\s-]?(?:web)?-?(?:pages?|sites?|website|webpage|homepage)\b[^.]*$|\b(?:website|homepage|webpage)s?(?: is| are)?(?: available)?(?: at)?:?\s*$/i;
const ELSEWHERE = /\b(?:journal|conference|proceedings|workshop|vol\.|volume|issn)\b/i;
const NO_PAGE =
  /^https?:\/\/(?:www\.)?(?:arxiv\.org|doi\.org|dx\.doi\.org|youtu\.be|(?:www\.)?youtube\.com|openreview\.net|creativecommons\.org)\//;

/** The code and the project page that a paper's abstract or comment points to. What the source states itself comes first. */
export function resourceLinks({
  links,
  codeUrl,
  projectUrl,
}: {
  links: readonly FoundLink[];
  codeUrl?: string;
  projectUrl?: string;
}): { codeUrl?: string; projectUrl?: string } {
  const code = stated(codeUrl) ?? best(links, codeRank);
  const project =
    stated(projectUrl) ??
    best(
      links.filter(({ href }) => href !== code),
      pageRank,
    );
  return { ...(code !== undefined && { codeUrl: code }), ...(project !== undefined && { projectUrl: project }) };
}

const stated = (url: string | undefined): string | undefined => (url === undefined ? undefined : safeHref(url.trim()));

function best(links: readonly FoundLink[], rank: (link: FoundLink) => number | undefined): string | undefined {
  let found: { href: string; rank: number } | undefined;
  for (const link of links) {
    const own = rank(link);
    if (own !== undefined && (found === undefined || own < found.rank)) found = { href: link.href, rank: own };
  }
  return found?.href;
}

function codeRank({ href, context }: FoundLink): number | undefined {
  if (REPOSITORY.test(href)) return 0;
  if (HUB.test(href)) return 2;
  if (ZENODO.test(href)) return CODE_WORDS.test(context) ? 3 : undefined;
  return CODE_WORDS.test(context) && !PAGE_WORDS.test(context) && !PAGES_HOST.test(href) && !NO_PAGE.test(href)
    ? 1
    : undefined;
}

function pageRank({ href, context }: FoundLink): number | undefined {
  if (NO_PAGE.test(href) || REPOSITORY.test(href) || ZENODO.test(href) || ELSEWHERE.test(context)) return undefined;
  if (PAGE_WORDS.test(context)) return 0;
  return PAGES_HOST.test(href) ? 1 : undefined;
}
