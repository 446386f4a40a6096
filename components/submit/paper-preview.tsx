import type { Detail } from '@/src/feed';
import { categoryName, type UtcDay, utcDayOf } from '@/src/shared';
import { Day } from '../day';
import { StoredHtml } from '../stored-html';

const NAMED = 6;

/** A paper as its source tells of it, before it is on any list. */
export function PaperPreview({ paper, today }: { paper: Detail; today: UtcDay }) {
  const more = paper.authors.length - NAMED;
  const names = paper.authors.slice(0, NAMED).map((author) => author.name);
  return (
    <article className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title" className="font-serif text-xl font-semibold leading-snug">
        <StoredHtml html={paper.titleHtml} />
      </h2>
      <p className="meta mt-2">
        <span className="part">
          {names.join(', ')}
          {more > 0 && ` + ${more}`}
        </span>{' '}
        <span className="part">
          <span className="sr-only">published </span>
          <Day day={utcDayOf(paper.publishedAt)} today={today} />
        </span>{' '}
        {paper.primaryCategory !== '' && <span className="part">{categoryName(paper.primaryCategory)}</span>}{' '}
        <span className="part">arXiv:{paper.id}</span>
      </p>
      <StoredHtml as="div" className="abstract-whole mt-4" html={paper.abstractHtml} />
    </article>
  );
}
