import type { Detail } from '@/src/feed';
import { categoryName, categoryPath, paperPath } from '@/src/shared';
import { SaveButton } from '../library/save-button';
import { StoredHtml } from '../stored-html';
import { VoteButton } from '../votes/vote-button';
import { AuthorList } from './author-list';

export type PaperAddresses = { abs: string; pdf: string; html: string | null; hub: string | null; own: string };

type Props = { paper: Detail; addresses: PaperAddresses };

/** One paper: title, authors, where to read it, abstract. */
export const PaperSheet = ({ paper, addresses }: Props) => (
  <article className="paper-sheet" data-paper={paper.id}>
    <p className="mb-3 text-sm">
      <a href={categoryPath(paper.primaryCategory)} className="font-semibold text-accent">
        {categoryName(paper.primaryCategory)}
      </a>
    </p>
    <h1 className="paper-headline" id="paper-title">
      <StoredHtml html={paper.titleHtml} />
    </h1>
    <AuthorList authors={paper.authors} />
    {paper.organization && <p className="mt-1 text-[0.9375rem] text-quiet">{paper.organization.fullname}</p>}
    <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
      <VoteButton
        paperId={paper.id}
        votes={paper.votes}
        outsideVotes={paper.outsideVotes}
        describedBy="paper-title"
        wide
      />
      <PaperButtons paper={paper} addresses={addresses} />
    </div>
    {paper.withdrawn && (
      <p className="notice mt-6">
        <strong className="font-semibold">Withdrawn.</strong> The authors or arXiv withdrew this paper; the comment
        below tells why where they said so.
      </p>
    )}
    <h2 className="rail-heading mt-8 mb-3">{paper.sample ? 'Summary' : 'Abstract'}</h2>
    <StoredHtml as="div" className="abstract-whole" html={paper.abstractHtml} />
    {paper.commentHtml && (
      <p className="mt-5 text-[0.9375rem] text-quiet">
        Comment: <StoredHtml html={paper.commentHtml} />
      </p>
    )}
  </article>
);

const PaperButtons = ({ paper, addresses }: Props) => (
  <div className="no-print flex flex-wrap gap-2">
    <a href={addresses.pdf} className="sheet-button primary">
      PDF
    </a>
    {addresses.html && (
      <a href={addresses.html} className="sheet-button">
        HTML
      </a>
    )}
    <a href={addresses.abs} className="sheet-button">
      arXiv
    </a>
    {paper.codeUrl && (
      <a href={paper.codeUrl} className="sheet-button">
        Code
      </a>
    )}
    {paper.projectUrl && (
      <a href={paper.projectUrl} className="sheet-button">
        Project page
      </a>
    )}
    {addresses.hub && (
      <a href={addresses.hub} className="sheet-button">
        Hub
      </a>
    )}
    <SaveButton paperId={paper.id} describedBy="paper-title" boxed />
    <a href={`/cite${paperPath(paper.id)}`} className="sheet-button">
      Cite
    </a>
    <button type="button" className="sheet-button scripted-only" data-copy={addresses.own}>
      Copy link
    </button>
  </div>
);
