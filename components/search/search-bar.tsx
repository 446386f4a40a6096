import type { ActiveFilter, SearchSort } from '@/src/search';

type Props = {
  filters: readonly (Pick<ActiveFilter, 'label'> & { href: string })[];
  sorts: readonly { sort: SearchSort; href: string; chosen: boolean }[];
};

const LABELS: Record<SearchSort, string> = { relevance: 'Best match', votes: 'Most votes', new: 'Newest' };

/** The filters in force, each of which leads to the search without it, and the orders. */
export const SearchBar = ({ filters, sorts }: Props) => (
  <div className="no-print flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule pb-2">
    {filters.length > 0 && (
      <nav aria-label="Filters in force" className="choices">
        {filters.map(({ label, href }) => (
          <a key={label} href={href} aria-label={`${label}: take this filter away`} className="filter">
            {label} <span aria-hidden="true">×</span>
          </a>
        ))}
      </nav>
    )}
    {sorts.length > 0 && (
      <nav aria-label="Order" className="choices">
        {sorts.map(({ sort, href, chosen }) => (
          <a key={sort} href={href} aria-current={chosen ? 'true' : undefined}>
            {LABELS[sort]}
          </a>
        ))}
      </nav>
    )}
  </div>
);
