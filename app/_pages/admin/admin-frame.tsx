import type { ReactNode } from 'react';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { Notice } from '@/components/people/notice';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { problemInWords } from '@/src/moderation';

const TABS = [
  { path: '/admin/queue', label: 'Queue' },
  { path: '/admin/claims', label: 'Claims' },
  { path: '/admin/people', label: 'People' },
  { path: '/admin/ingest', label: 'Ingest' },
  { path: '/admin/jobs', label: 'Jobs' },
  { path: '/admin/digest', label: 'Digest' },
  { path: '/admin/log', label: 'Undo' },
  { path: '/moderation', label: 'Public log' },
] as const;

type Props = { path: string; heading: string; query: Query; children: ReactNode };

/** The frame of the pages for moderators: the way between them, and what came of the last form. */
export async function AdminFrame({ path, heading, query, children }: Props) {
  const problem = problemInWords(await queryValue(query, 'problem'));
  const done = (await queryValue(query, 'done')) === '1';
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title={heading} description={`${heading}, for moderators of ${site().name}.`} />
      <h1 className="headline">{heading}</h1>
      <nav aria-label="Moderation" className="choices mt-3 mb-8 border-b border-rule pb-2">
        {TABS.map((tab) => (
          <a key={tab.path} href={tab.path} aria-current={tab.path === path ? 'page' : undefined}>
            {tab.label}
          </a>
        ))}
      </nav>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {done && <Notice kind="done">Done. It stands in the public log.</Notice>}
      {children}
    </PageFrame>
  );
}
