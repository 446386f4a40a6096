import type { Kin, Side } from '@/src/search';
import { authorPath, paperPath } from '@/src/shared';
import { StoredHtml } from '../stored-html';

type Props = {
  kin: readonly Kin[];
  sides: readonly { side: Side; href: string; chosen: boolean }[];
};

const LABELS: Record<Side, string> = { any: 'All years', newer: 'Newer than this', older: 'Older than this' };

/** The nearest papers, with the year and what they share. */
export const SimilarPapers = ({ kin, sides }: Props) => (
  <section id="similar" aria-labelledby="similar-heading" className="mt-12">
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule pb-2">
      <h2 id="similar-heading" className="font-serif text-xl font-semibold">
        Similar papers
      </h2>
      <nav aria-label="Similar papers of" className="no-print choices">
        {sides.map(({ side, href, chosen }) => (
          <a key={side} href={href} aria-current={chosen ? 'true' : undefined}>
            {LABELS[side]}
          </a>
        ))}
      </nav>
    </div>
    {kin.length === 0 ? (
      <p className="mt-4 text-[0.9375rem] text-quiet">None has enough in common with this one.</p>
    ) : (
      <ol>
        {kin.map(({ card, shared }) => (
          <li key={card.id} className="kin">
            <a href={paperPath(card.id)} className="kin-title">
              <StoredHtml html={card.titleHtml} />
            </a>
            <p className="meta">
              <span className="part">{card.publishedAt.getUTCFullYear()}</span>{' '}
              {card.authors[0] && (
                <span className="part">
                  <a href={authorPath(card.authors[0].key)}>{card.authors[0].name}</a>
                  {card.authorCount > 1 && ` and ${card.authorCount - 1} more`}
                </span>
              )}{' '}
              {shared.length > 0 && <span className="part">both on {shared.join(', ')}</span>}
            </p>
          </li>
        ))}
      </ol>
    )}
  </section>
);
