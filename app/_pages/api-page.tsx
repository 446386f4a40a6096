import type { ReactNode } from 'react';
import { ApiCalls } from '@/components/api/api-calls';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { Rail, RailBlock } from '@/components/period/rail';
import { site } from '@/lib/next/site';
import { openApiDocument } from '@/src/hub';

const DESCRIPTION =
  'Calls for programs, in the shapes of the Hugging Face Hub’s paper API; feeds, citations, Markdown.';

/** The API for people to read, made from the same document that programs read. */
export function apiPage(): ReactNode {
  const { name, baseUrl } = site();
  const document = openApiDocument({ origin: baseUrl, name });
  const link = 'text-accent underline underline-offset-3';
  return (
    <PageFrame
      siteName={name}
      rail={
        <Rail>
          <RailBlock heading="For programs">
            <ul className="flex flex-col gap-1.5 text-[0.9375rem]">
              <li>
                <a href="/api/openapi.json">OpenAPI document</a>
              </li>
              <li>
                <a href="/llms.txt">llms.txt</a>
              </li>
              <li>
                <a href="/settings/tokens">Your tokens</a>
              </li>
            </ul>
          </RailBlock>
        </Rail>
      }
    >
      <PageMeta site={site()} title="API" description={DESCRIPTION} canonical="/api" />
      <h1 className="headline">API</h1>
      <div className="prose mt-4">
        <p>
          {name} answers what the Hugging Face Hub’s paper API answers, in the same shapes. The Hub’s own Python client
          and its command line read it when they are told where it is:
        </p>
        <pre className="citation">{`export HF_ENDPOINT=${baseUrl}\nhf papers list --date 2026-05-29\nhf papers search "sparse attention"\nhf papers read 2601.00001`}</pre>
        <p>
          Optional keys are left out, never null. Date-times end in Z. Lists are bare arrays; while there is more, the
          Link header leads to the next page. Errors are <code>{'{"error": "…"}'}</code> with a sentence that says what
          to do. Send an answer’s ETag back in If-None-Match, and nothing is sent twice. The RateLimit header tells what
          is left; a script that waits for its answers never meets the limit.
        </p>
        <p>
          Every list is also a{' '}
          <a href="/feeds/atom/papers" className={link}>
            feed
          </a>{' '}
          (<code>/feeds/atom/…</code>, <code>rss</code>, <code>json</code>, then the path of its page), a file of{' '}
          <a href="/cite/papers" className={link}>
            citations
          </a>{' '}
          (<code>/citations/bibtex/…</code>, <code>biblatex</code>, <code>ris</code>, <code>csl-json</code>) and{' '}
          <a href="/papers.md" className={link}>
            Markdown
          </a>{' '}
          (the path with <code>.md</code>). Feeds and citations take <code>category</code>, <code>min_upvotes</code>,{' '}
          <code>q</code> and <code>exclude</code>.
        </p>
      </div>
      <ApiCalls paths={document.paths} origin={baseUrl} />
    </PageFrame>
  );
}
