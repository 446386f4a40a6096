import { counted, number } from '../dates';

export type Facet = { key: string; label: string; count: number; href: string; chosen: boolean };

/** Filters with how many of the matches each leaves; a chosen one leads back. */
export const FacetList = ({ facets }: { facets: readonly Facet[] }) => (
  <ul className="text-sm">
    {facets.map(({ key, label, count, href, chosen }) => (
      <li key={key}>
        <a href={href} aria-current={chosen ? 'true' : undefined} className="topic">
          <span>{label}</span>
          <span className="text-quiet">
            <span aria-hidden="true">{number(count)}</span>
            <span className="sr-only">{counted(count, 'paper')}</span>
          </span>
        </a>
      </li>
    ))}
  </ul>
);
