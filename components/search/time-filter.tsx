import type { TimeBar, YearBar } from '@/src/search';
import type { UtcDay } from '@/src/shared';
import { counted, monthInWords, number } from '../dates';

export type LinkedBar = TimeBar & { href: string };

type YearsProps = { years: readonly (YearBar & { href: string })[] };

const SHOWN_YEARS = 8;

/** Matches by year, each drawn by its months; a year leads to the search narrowed to it, or widened again. */
export function YearFilter({ years }: YearsProps) {
  const most = Math.max(1, ...years.flatMap(({ months }) => months));
  const [shown, earlier] = [years.slice(0, SHOWN_YEARS), years.slice(SHOWN_YEARS)];
  return (
    <>
      <YearList years={shown} most={most} />
      {earlier.length > 0 && (
        <details className="text-sm">
          <summary className="py-1.5 font-medium text-quiet">Earlier years</summary>
          <YearList years={earlier} most={most} />
        </details>
      )}
    </>
  );
}

const YearList = ({ years, most }: YearsProps & { most: number }) => (
  <ol className="text-sm">
    {years.map(({ key, count, months, href, chosen }) => (
      <li key={key}>
        <a href={href} className="year-bar" aria-current={chosen ? 'true' : undefined}>
          <span>{key}</span>
          <svg viewBox="0 0 96 18" preserveAspectRatio="none" aria-hidden="true">
            <path d={skyline(months, most)} />
          </svg>
          <Count count={count} />
        </a>
      </li>
    ))}
  </ol>
);

/** Twelve bars that stand side by side; a month without matches is a gap. */
const skyline = (months: readonly number[], most: number): string =>
  months
    .map((count, at) => (count === 0 ? '' : `M${at * 8} 18v-${Math.max(1.5, (18 * count) / most).toFixed(1)}h7V18z`))
    .join('');

const Count = ({ count }: { count: number }) => (
  <span className="text-quiet">
    <span aria-hidden="true">{number(count)}</span>
    <span className="sr-only">{counted(count, 'paper')}</span>
  </span>
);

const LETTERS = 'JFMAMJJASOND';

type MonthsProps = { months: readonly LinkedBar[]; today: UtcDay };

/** Matches by month of one year as bars that stand. Months without any are no links. */
export function MonthChart({ months, today }: MonthsProps) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <ol className="month-chart">
      {months.map(({ key, count, href, chosen }, at) => {
        const label = `${monthInWords(key, { today, year: 'always' })}, ${counted(count, 'paper')}`;
        const height = count === 0 ? 0 : Math.max(2, (44 * count) / most);
        const drawn = (
          <>
            <svg viewBox="0 0 16 44" preserveAspectRatio="none" aria-hidden="true">
              <rect x="1" width="14" y={44 - height} height={height} />
            </svg>
            <span aria-hidden="true">{LETTERS[at]}</span>
          </>
        );
        return (
          <li key={key}>
            {count > 0 ? (
              <a href={href} aria-label={label} title={label} aria-current={chosen ? 'true' : undefined}>
                {drawn}
              </a>
            ) : (
              <span>{drawn}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
