import type { TimeBar } from '@/src/search';
import type { UtcDay } from '@/src/shared';
import { counted, monthInWords, number } from '../dates';

export type LinkedBar = TimeBar & { href: string };

type YearsProps = { years: readonly LinkedBar[] };

const SHOWN_YEARS = 8;

/** Matches by year as bars that lie; each leads to the search narrowed to its year, or widened again. */
export function YearFilter({ years }: YearsProps) {
  const most = Math.max(1, ...years.map(({ count }) => count));
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
    {years.map(({ key, count, href, chosen }) => (
      <li key={key}>
        <a href={href} className="year-bar" aria-current={chosen ? 'true' : undefined}>
          <span>{key}</span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width={Math.max(1, (100 * count) / most)} height="8" />
          </svg>
          <Count count={count} />
        </a>
      </li>
    ))}
  </ol>
);

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
