import { paper } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { paperMarkdown, parsePaperId } from '@/src/papers';
import { paperPath } from '@/src/shared';
import { xmlText } from '@/src/syndication';

const text = (type: string, body: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': status === 200 ? 'public, max-age=0, s-maxage=1' : 'no-store',
    },
  });

/** `GET /papers/{id}.md`. */
export async function answerMarkdown(typed: string): Promise<Response> {
  const id = parsePaperId(typed);
  const found = id.ok ? await paper(id.value) : undefined;
  if (!found?.ok || found.value.hidden) return text('text/plain', 'Paper not found\n', 404);
  const page = `${site().baseUrl}${paperPath(found.value.id)}`;
  return text('text/markdown', paperMarkdown(found.value, page));
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
- A paper as Markdown: ${baseUrl}/papers/{arXiv id}.md
- [A day as JSON](${baseUrl}/api/daily_papers): \`date\`, \`week\`, \`month\`, \`sort\`, \`limit\`, \`p\`
- Searching by meaning as JSON: ${baseUrl}/api/papers/search?q={words}
- Any list or search as a feed: ${baseUrl}/feeds/atom/{path of its page}

## About

- [How papers are ordered](${baseUrl}/about)
- [What was announced and what is stored](${baseUrl}/status)
`,
  );
}

/** `GET /opensearch.xml`: lets a browser search from its address bar (https://github.com/dewitt/opensearch). */
export function answerOpenSearch(): Response {
  const { name, baseUrl } = site();
  const address = xmlText(baseUrl);
  return text(
    'application/opensearchdescription+xml',
    `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText([...name].slice(0, 16).join(''))}</ShortName>
<Description>${xmlText(`Search the papers of ${name}`)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/png">${address}/icon-32.png</Image>
<Url type="text/html" template="${address}/papers?q={searchTerms}"/>
<Url type="application/atom+xml" template="${address}/feeds/atom/papers?q={searchTerms}"/>
</OpenSearchDescription>
`,
  );
}
