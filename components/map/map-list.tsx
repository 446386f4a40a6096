import type { Group } from '@/src/atlas';
import { categoryName, paperPath } from '@/src/shared';
import { counted } from '../dates';
import { StoredHtml } from '../stored-html';
import type { Star } from './star';

type Props = { stars: Star[]; groups: Group[] };

/** The map in words: group by group, in the day's order. Cards of the drawing are copies of its entries. */
export const MapList = ({ stars, groups }: Props) => (
  <div className="map-list">
    {groups.map(({ words }, at) => {
      const own = stars.filter(({ group }) => group === at);
      return (
        <section key={words.join()} aria-labelledby={`group-${at}`}>
          <h2 id={`group-${at}`}>
            {words.length === 0 ? 'Others' : words.join(' · ')} <span className="map-count">{own.length}</span>
          </h2>
          <ul>
            {own.map((star) => (
              <li key={star.id} data-entry={star.id}>
                <a href={paperPath(star.id)}>
                  <StoredHtml html={star.titleHtml} />
                </a>
                <p className="map-meta">{metaOf(star)}</p>
                <p className="map-extract">{star.extract}</p>
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </div>
);

function metaOf({ authors, authorCount, primaryCategory, votes }: Star): string {
  const more = authorCount > authors.length ? ` + ${authorCount - authors.length}` : '';
  const category = primaryCategory === '' ? '' : ` · ${categoryName(primaryCategory)}`;
  return `${authors.join(', ')}${more}${category} · ${counted(votes, 'vote')}`;
}
