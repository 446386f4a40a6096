import type { Card } from '@/src/feed';
import type { SavedPaper } from '@/src/library';
import type { UtcDay } from '@/src/shared';
import type { PaperLinks } from '../feed/actions';
import { PaperCard } from '../feed/paper-card';

type Props = {
  papers: readonly { saved: SavedPaper; card: Card }[];
  linksOf: (card: Card) => PaperLinks;
  today: UtcDay;
};

/** Saved papers with what is written beside them. */
export const SavedList = ({ papers, linksOf, today }: Props) => (
  <section aria-label="Saved papers">
    {papers.map(({ saved, card }) => (
      <div key={card.id}>
        <PaperCard card={card} links={linksOf(card)} today={today} />
        <div className="saved-note">
          {saved.note && <p className="whitespace-pre-line">{saved.note}</p>}
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
            {saved.tags.map((tag) => (
              <a key={tag} href={`/saved?${new URLSearchParams({ tag })}`} className="tag">
                {tag}
              </a>
            ))}
            <a href={`/saved/paper/${card.id}?back=%2Fsaved`} className="text-quiet underline underline-offset-3">
              {saved.note || saved.tags.length > 0 ? 'Edit' : 'Add a note or tags'}
              <span className="sr-only"> for {card.titleText}</span>
            </a>
          </p>
        </div>
      </div>
    ))}
  </section>
);
