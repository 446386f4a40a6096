import { RailBlock } from '@/components/period/rail';
import { FacetList } from '@/components/search/facet-list';
import { MonthChart, YearFilter } from '@/components/search/time-filter';
import type { SearchPage, SearchQuery, TimeBar } from '@/src/search';
import { searchPath } from '@/src/search';
import { categoryName, type UtcDay } from '@/src/shared';

type Props = { query: SearchQuery; found: SearchPage; today: UtcDay };

/** The filters at the side, with how many of the matches each leaves. A chosen one leads back. */
export function SearchFilters({ query, found: { answer, time }, today }: Props) {
  const { categories, withCode } = answer.facets;
  const linked = <Bar extends TimeBar>(bar: Bar) => {
    const range = bar.chosen ? { after: null, before: null } : { after: bar.after, before: bar.before };
    return { ...bar, href: searchPath({ ...query, ...range }) };
  };
  return (
    <>
      <RailBlock heading="Years">
        <YearFilter years={time.years.map(linked)} />
      </RailBlock>
      {time.monthsOf !== null && (
        <RailBlock heading={`Months of ${time.monthsOf}`}>
          <MonthChart months={time.months.map(linked)} today={today} />
        </RailBlock>
      )}
      <RailBlock heading="Categories">
        <FacetList
          facets={categories.map(({ code, count }) => {
            const chosen = query.categories.includes(code);
            const left = query.categories.filter((other) => other !== code);
            const href = searchPath({ ...query, categories: chosen ? left : [code] });
            return { key: code, label: categoryName(code), count, href, chosen };
          })}
        />
      </RailBlock>
      {(withCode > 0 || query.hasCode) && (
        <RailBlock heading="More">
          <FacetList
            facets={[
              {
                key: 'code',
                label: 'With code',
                count: withCode,
                href: searchPath({ ...query, hasCode: !query.hasCode }),
                chosen: query.hasCode,
              },
            ]}
          />
        </RailBlock>
      )}
    </>
  );
}
