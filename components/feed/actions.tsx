import type { Card } from '@/src/feed';
import { paperPath } from '@/src/shared';
import { counted } from '../dates';
import { SaveButton } from '../library/save-button';

export type PaperLinks = { pdf: string | null; hub: string | null };

type Props = { card: Card; links: PaperLinks; folds: boolean };

/** The quiet line under a paper. What it lacks is left out. */
export const Actions = ({ card, links, folds }: Props) => (
  <div className="actions">
    {folds && (
      <details data-abstract className="no-print">
        <summary>
          <span className="when-folded">Read on</span>
          <span className="when-unfolded">Fold</span>
          <span className="sr-only"> the abstract</span>
        </summary>
      </details>
    )}
    {card.comments > card.outsideComments && (
      <a href={`${paperPath(card.id)}#comments`}>{counted(card.comments - card.outsideComments, 'comment')}</a>
    )}
    {links.pdf && <a href={links.pdf}>PDF</a>}
    {card.codeUrl && <a href={card.codeUrl}>Code</a>}
    {card.projectUrl && <a href={card.projectUrl}>Project page</a>}
    <SaveButton paperId={card.id} describedBy={`paper-${card.id}`} />
    <a href={`/cite${paperPath(card.id)}`}>Cite</a>
    {links.hub && (
      <a href={links.hub}>
        {card.outsideComments > 0 ? `${counted(card.outsideComments, 'comment')} at the Hub` : 'At the Hub'}
      </a>
    )}
  </div>
);
