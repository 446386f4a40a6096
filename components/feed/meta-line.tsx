import type { Card } from '@/src/feed';
import { authorPath, categoryName, categoryPath, type UtcDay, utcDayOf } from '@/src/shared';
import { Day } from '../day';

type Props = { card: Card; today: UtcDay; marksPick: boolean };

/** Authors, organisation, date of publication, category. */
export function MetaLine({ card, today, marksPick }: Props) {
  const more = card.authorCount - card.authors.length;
  return (
    <p className="meta">
      {card.withdrawn && <span className="badge">Withdrawn</span>}
      {card.authors.map((author, index) => (
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
      {card.organization && <span className={card.authors.length > 0 ? 'dot' : ''}>{card.organization.fullname}</span>}
      <span className="dot">
        <span className="sr-only">published </span>
        <Day day={utcDayOf(card.publishedAt)} today={today} />
      </span>
      <a href={categoryPath(card.primaryCategory)} className="dot">
        {categoryName(card.primaryCategory)}
      </a>
      {marksPick && <span className="dot font-semibold text-accent">Pick</span>}
    </p>
  );
}
