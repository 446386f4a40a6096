import type { Card } from '@/src/feed';
import { paperPath, type UtcDay } from '@/src/shared';
import { StoredHtml } from '../stored-html';
import { VoteButton } from '../votes/vote-button';
import { Actions, type PaperLinks } from './actions';
import { MetaLine } from './meta-line';

// Four lines of a phone hold about this many characters; a shorter abstract has nothing to unfold.
const NEVER_FOLDS = 170;

export type PaperCardProps = {
  card: Card;
  links: PaperLinks;
  today: UtcDay;
  /** The first paper of a list, set larger. */
  lead?: boolean;
  /** Whether to tell picks from the rest; a list of picks need not. */
  marksPicks?: boolean;
};

/** A paper in a list. */
export function PaperCard({ card, links, today, lead = false, marksPicks = true }: PaperCardProps) {
  const folds = card.abstractLength > NEVER_FOLDS;
  const heading = `paper-${card.id}`;
  return (
    <article className="paper" data-paper={card.id} data-lead={lead || undefined} aria-labelledby={heading}>
      <VoteButton paperId={card.id} votes={card.votes} outsideVotes={card.outsideVotes} describedBy={heading} />
      <div className="min-w-0">
        <h2 className="paper-title" id={heading}>
          <a href={paperPath(card.id)}>
            <StoredHtml html={card.titleHtml} />
          </a>
        </h2>
        <MetaLine card={card} today={today} marksPick={marksPicks && card.picked} />
        <StoredHtml as="div" className="abstract" html={card.abstractHtml} folds={folds} />
        <Actions card={card} links={links} folds={folds} />
      </div>
    </article>
  );
}
