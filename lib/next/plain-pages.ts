import { paper } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { services } from '@/lib/services';
import { listMarkdown, type PaperId, paperMarkdown } from '@/src/papers';
import { paperPath } from '@/src/shared';
import * as syndication from '@/src/syndication';
import { listPapers, listRefused, paperIn } from './list-papers';
import { plainRefusal } from './plain-refusal';

const text = (type: string, body: string): Response =>
  new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=0, s-maxage=1' },
  });

const MOST_ITEMS = 100;

/** `GET {the path of a paper's or a list's page}.md`. */
export async function answerMarkdown(path: readonly string[], query: URLSearchParams): Promise<Response> {
  const id = paperIn(path);
  if (id !== undefined) return paperAsMarkdown(id);
  const asked = syndication.readList(path, query);
  if (!asked.ok) {
    const isPaper = path[0] === 'papers' && path.length === 2 && asked.refusal.code === 'no-such-list';
    return isPaper ? plainRefusal(404, 'Paper not found.') : listRefused(asked.refusal);
  }
  const { list, filter } = asked.value;
  const found = await listPapers(list, MOST_ITEMS + 1);
  if (!found.ok) return listRefused(found.refusal);
  const { ids, name } = found.value;
  const entries = await services().feedEntries(ids.slice(0, MOST_ITEMS));
  const { name: siteName, baseUrl } = site();
  const body = listMarkdown({
    title: `${siteName}: ${syndication.titleOf(list, name)}`,
    page: `${baseUrl}${syndication.pageOf(list)}`,
    items: entries.filter((entry) => syndication.passes(filter, entry)),
    origin: baseUrl,
    whole: ids.length <= MOST_ITEMS,
  });
  return text('text/markdown', body);
}

async function paperAsMarkdown(id: PaperId): Promise<Response> {
  const found = await paper(id);
  if (!found.ok || found.value.hidden) return plainRefusal(404, 'Paper not found.');
  return text('text/markdown', paperMarkdown(found.value, `${site().baseUrl}${paperPath(found.value.id)}`));
}

/** `GET /llms.txt` (https://llmstxt.org): where programs that read find what. */
export function answerLlms(): Response {
  const { name, baseUrl } = site();
  return text(
    'text/markdown',
    `# ${name}

> A daily paper of research papers: each day's announcements with their abstracts, in the order of its readers' votes.

## Reading

- [The latest day](${baseUrl}/papers): lists are also at /papers/date/2026-05-29, /papers/week/2026-W22, /papers/month/2026-05 and /papers/trending
- A paper as Markdown: ${baseUrl}/papers/{arXiv id}.md; any list with its abstracts: the path of its page with .md, such as [the latest papers](${baseUrl}/papers.md). Asking for a page with \`Accept: text/markdown\` gives the same
- [A day as JSON](${baseUrl}/api/daily_papers): \`date\`, \`week\`, \`month\`, \`sort\`, \`limit\`, \`p\`
- Searching by meaning as JSON: ${baseUrl}/api/papers/search?q={words}
- Any list or search as a feed: ${baseUrl}/feeds/atom/{path of its page}
- Any paper, list or search as citations: ${baseUrl}/citations/bibtex/{path of its page}, also biblatex, ris, csl-json
- The Model Context Protocol (streamable HTTP): ${baseUrl}/mcp, with tools to search, list, read and, with a token, save, upvote and comment
- [The API](${baseUrl}/api): [OpenAPI](${baseUrl}/api/openapi.json)
- [All papers by month](${baseUrl}/sitemap.xml)

## About

- [How papers are ordered](${baseUrl}/about)
- [What was announced and what is stored](${baseUrl}/status)
`,
  );
}

/** `GET /opensearch.xml`: lets a browser search from its address bar (https://github.com/dewitt/opensearch). */
export function answerOpenSearch(): Response {
  const { name, baseUrl } = site();
  const address = syndication.xmlText(baseUrl);
  return text(
    'application/opensearchdescription+xml',
    `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${syndication.xmlText([...name].slice(0, 16).join(''))}</ShortName>
<Description>${syndication.xmlText(`Search the papers of ${name}`)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/png">${address}/icon-32.png</Image>
<Url type="text/html" template="${address}/papers?q={searchTerms}"/>
<Url type="application/atom+xml" template="${address}/feeds/atom/papers?q={searchTerms}"/>
</OpenSearchDescription>
`,
  );
}

/** `GET /robots.txt`: pages are for everybody; what is dear to make, or the same again for programs, is not for crawlers. */
export const answerRobots = (): Response =>
  text(
    'text/plain',
    `User-agent: *
Disallow: /api/
Disallow: /cite/
Disallow: /citations/
Disallow: /feeds/
Disallow: /papers?q=
Disallow: /papers?*q=

Sitemap: ${site().baseUrl}/sitemap.xml
`,
  );
