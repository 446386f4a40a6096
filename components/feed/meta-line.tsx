import type { Card, Submitter } from '@/src/feed';
import { authorPath, categoryName, categoryPath, personPath, type UtcDay, utcDayOf } from '@/src/shared';
import { Day } from '../day';

type Props = { card: Card; today: UtcDay; marksPick: boolean };

/** Authors, organisation, date of publication, category. Spaces between the parts let the line break there. */
export const MetaLine = ({ card, today, marksPick }: Props) => (
  <p className="meta">
    {card.withdrawn && <span className="badge">Withdrawn</span>}
    {card.authors.length > 0 && <Byline card={card} />}{' '}
    {card.organization && <span className="part">{card.organization.fullname.trim()}</span>}{' '}
    <span className="part">
      <span className="sr-only">published </span>
      <Day day={utcDayOf(card.publishedAt)} today={today} />
    </span>{' '}
    {/* The Hub knows of no categories. */}
    {card.primaryCategory !== '' && (
      <a href={categoryPath(card.primaryCategory)} className="part">
        {categoryName(card.primaryCategory)}
      </a>
    )}{' '}
    {card.submittedBy ? (
      <SubmittedBy submitter={card.submittedBy} />
    ) : (
      marksPick && <span className="part font-semibold text-accent">Pick</span>
    )}
  </p>
);

const SubmittedBy = ({ submitter: { handle, displayName } }: { submitter: Submitter }) => (
  <span className="part">
    submitted by{' '}
    <a href={personPath(handle)} title={`@${handle}`} className="font-semibold text-accent">
      {displayName || handle}
    </a>
  </span>
);

function Byline({ card: { authors, authorCount } }: { card: Card }) {
  const more = authorCount - authors.length;
  return (
    <span className="part">
      {authors.map((author, index) => (
        <span key={`${author.key}-${author.name}`}>
          {index > 0 && ', '}
          <a href={authorPath(author.key)}>{author.name}</a>
        </span>
      ))}
      {more > 0 && (
        <span title={`${more} more authors`}>
          {`\u00a0+\u00a0${more}`}
          <span className="sr-only"> more authors</span>
        </span>
      )}
    </span>
  );
}
