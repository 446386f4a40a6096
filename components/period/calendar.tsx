import type { Calendar as CalendarData, DayRange } from '@/src/feed';
import { addDays, dayPath, daysBetween, isoWeekday, monthPath, type UtcDay } from '@/src/shared';
import { counted, dayInWords, monthInWords } from '../dates';
import { ArrowLeftIcon, ArrowRightIcon } from '../icons';

/** `selected` is the day or week in hand. */
type Props = { calendar: CalendarData; selected: DayRange | null; today: UtcDay };

const WEEKDAYS = [
  ['Mon', 'Monday'],
  ['Tue', 'Tuesday'],
  ['Wed', 'Wednesday'],
  ['Thu', 'Thursday'],
  ['Fri', 'Friday'],
  ['Sat', 'Saturday'],
  ['Sun', 'Sunday'],
] as const;

/** The month's days in rows of Monday to Sunday; null outside the month. */
function weeksOf(month: string): (UtcDay | null)[][] {
  const first = `${month}-01` as UtcDay;
  const monday = addDays(first, 1 - isoWeekday(first));
  const weeks: (UtcDay | null)[][] = [];
  for (let start = monday; start.slice(0, 7) <= month; start = addDays(start, 7)) {
    weeks.push(WEEKDAYS.map((_, index) => addDays(start, index)).map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

const shadeOf = (count: number, most: number): number => Math.max(1, Math.ceil((4 * count) / most));

/** A month: days that have papers are links, the darker the more papers. */
export function Calendar({ calendar, selected, today }: Props) {
  const counts = new Map(calendar.days.map(({ day, count }) => [day, count]));
  const most = Math.max(1, ...counts.values());
  const isSelected = (day: UtcDay) => selected !== null && selected.from <= day && day < selected.to;
  const isWeek = selected !== null && daysBetween(selected.from, selected.to) > 1;
  const month = monthInWords(calendar.month, { today, year: 'always' });
  return (
    <div data-calendar>
      <div className="mb-1 flex items-center justify-between">
        <MonthLink month={calendar.previous} today={today} side="previous" />
        <a href={monthPath(calendar.month)} className="py-1 text-sm font-semibold">
          {month}
        </a>
        <MonthLink month={calendar.next} today={today} side="next" />
      </div>
      <table className="calendar">
        <caption className="sr-only">{`Papers in ${month}`}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map(([short, long]) => (
              <th key={short} scope="col">
                <abbr title={long} className="no-underline">
                  {short.slice(0, 2)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(calendar.month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) => (
                <td
                  key={WEEKDAYS[index]?.[0]}
                  data-today={day === today || undefined}
                  data-within={(isWeek && day !== null && isSelected(day)) || undefined}
                >
                  {day !== null && (
                    <DayCell
                      day={day}
                      count={counts.get(day) ?? 0}
                      most={most}
                      today={today}
                      isCurrent={!isWeek && isSelected(day)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { day: UtcDay; count: number; most: number; today: UtcDay; isCurrent: boolean };

function DayCell({ day, count, most, today, isCurrent }: CellProps) {
  const number = Number(day.slice(8));
  if (count === 0) {
    return (
      <span aria-current={isCurrent ? 'date' : undefined} data-within={isCurrent || undefined} className="block py-1">
        {number}
      </span>
    );
  }
  const label = `${dayInWords(day, { today, form: 'weekday' })}, ${counted(count, 'paper')}`;
  return (
    <a
      href={dayPath(day)}
      aria-label={label}
      title={counted(count, 'paper')}
      data-shade={shadeOf(count, most)}
      aria-current={isCurrent ? 'date' : undefined}
    >
      {number}
    </a>
  );
}

function MonthLink({ month, today, side }: { month: string | null; today: UtcDay; side: 'previous' | 'next' }) {
  if (month === null) return <span className="icon-button" />;
  return (
    <a href={monthPath(month)} className="icon-button" aria-label={monthInWords(month, { today, year: 'always' })}>
      {side === 'previous' ? <ArrowLeftIcon /> : <ArrowRightIcon />}
    </a>
  );
}
