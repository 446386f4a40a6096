import type { CategoryStatus, DayStatus } from '@/src/ingest';
import { categoryName, dayPath, type UtcDay } from '@/src/shared';
import { number } from '../dates';
import { Day } from '../day';
import { ScrollArea } from '../scroll-area';

type Props = { days: DayStatus[]; categories: readonly string[]; today: UtcDay };

/** For every day and category: stored, of how many announced. */
export const DaysTable = ({ days, categories, today }: Props) => (
  <ScrollArea label="Announced and stored, by day">
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">Day</th>
          {categories.map((category) => (
            <th key={category} scope="col">
              <abbr title={categoryName(category)} className="no-underline">
                {category}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, weekday, categories: cells }) => (
          <tr key={day} data-weekend={!weekday || undefined}>
            <th scope="row">
              <a href={dayPath(day)}>
                <Day day={day} today={today} form="brief" />
              </a>
            </th>
            {cells.map((cell) => (
              <td key={cell.category} data-missing={cell.missing.length > 0 || undefined}>
                <Counts cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
);

function Counts({ cell }: { cell: CategoryStatus }) {
  if (cell.announced === null) {
    if (cell.stored > 0) return number(cell.stored);
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">nothing known</span>
      </>
    );
  }
  return (
    <>
      {number(cell.announced - cell.missing.length)}
      <span className="text-quiet"> of {number(cell.announced)}</span>
      {cell.missing.length > 0 && <strong className="block text-xs">{number(cell.missing.length)} missing</strong>}
    </>
  );
}
