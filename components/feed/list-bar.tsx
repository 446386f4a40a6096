import type { ListOptions, Sort } from '@/src/feed';
import { categoryName } from '@/src/shared';
import { number } from '../dates';

/** The address of the same list with some options changed. */
export type ListHref = (change: Partial<ListOptions>) => string;

type Props = {
  options: ListOptions;
  href: ListHref;
  counts?: { all: number; picks: number };
  /** Offered orders; none where the list has only one. */
  sorts?: readonly Sort[];
};

const SORT_LABELS: Record<Sort, string> = { votes: 'Most votes', newest: 'Newest', discussed: 'Most discussed' };
const SHOWS = ['all', 'picks'] as const;

/** What a list shows and in which order, as plain links. */
export const ListBar = ({ options, href, counts, sorts = [] }: Props) => (
  <div className="no-print flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule pb-2">
    <nav aria-label="Show" className="choices">
      {SHOWS.map((show) => (
        <a key={show} href={href({ show, page: 1 })} aria-current={show === options.show ? 'true' : undefined}>
          {show === 'all' ? 'All' : 'Picks'}
          {counts && ` ${number(counts[show])}`}
        </a>
      ))}
      {options.category !== null && (
        <a
          href={href({ category: null, page: 1 })}
          aria-label={`${categoryName(options.category)}: show every category`}
        >
          {categoryName(options.category)} <span aria-hidden="true">×</span>
        </a>
      )}
    </nav>
    {sorts.length > 0 && (
      <>
        <nav aria-label="Order" className="choices max-mid:hidden">
          <Sorts {...{ options, href, sorts }} />
        </nav>
        <details data-popover className="relative text-sm mid:hidden">
          <summary className="py-1.5 font-medium">
            <span className="sr-only">Order: </span>
            {SORT_LABELS[options.sort]} <span aria-hidden="true">▾</span>
          </summary>
          <nav aria-label="Order" className="popover choices right-0 w-44 flex-col">
            <Sorts {...{ options, href, sorts }} />
          </nav>
        </details>
      </>
    )}
  </div>
);

const Sorts = ({ options, href, sorts }: { options: ListOptions; href: ListHref; sorts: readonly Sort[] }) =>
  sorts.map((sort) => (
    <a key={sort} href={href({ sort, page: 1 })} aria-current={sort === options.sort ? 'true' : undefined}>
      {SORT_LABELS[sort]}
    </a>
  ));
