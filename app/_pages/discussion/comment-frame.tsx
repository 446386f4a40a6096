import type { ReactNode } from 'react';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { StoredHtml } from '@/components/stored-html';
import { site } from '@/lib/next/site';
import type { Subject } from '@/src/comments';
import { paperPath } from '@/src/shared';

type Props = { title: string; heading: string; subject: Subject; back?: string; children: ReactNode };

/** The frame of pages about one comment: what they are about, and the paper they belong to. Not for search engines. */
export const CommentFrame = ({ title, heading, subject, back = paperPath(subject.id), children }: Props) => (
  <PageFrame siteName={site().name}>
    <PageMeta site={site()} title={title} description={`${title}: ${subject.titleText}`} />
    <p className="mb-3 text-sm">
      <a href={back} className="font-semibold text-accent">
        <StoredHtml html={subject.titleHtml} />
      </a>
    </p>
    <h1 className="headline mb-5">{heading}</h1>
    {children}
  </PageFrame>
);
