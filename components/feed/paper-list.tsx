import type { Card } from '@/src/feed';
import type { UtcDay } from '@/src/shared';
import type { PaperLinks } from './actions';
import { PaperCard } from './paper-card';

type Props = {
  label: string;
  cards: Card[];
  linksOf: (card: Card) => PaperLinks;
  today: UtcDay;
  /** Whether the first paper leads, as it does on the first page of a ranked list. */
  leads?: boolean;
  marksPicks?: boolean;
};

export const PaperList = ({ label, cards, linksOf, today, leads = false, marksPicks = true }: Props) => (
  <section aria-label={label}>
    {cards.map((card, index) => (
      <PaperCard
        key={card.id}
        card={card}
        links={linksOf(card)}
        today={today}
        lead={leads && index === 0}
        marksPicks={marksPicks}
      />
    ))}
  </section>
);
