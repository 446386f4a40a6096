import type { DeliveryRow } from '@/src/digest';
import { instantInWords } from '../dates';
import { ScrollArea } from '../scroll-area';

type Props = { editionId: number; deliveries: readonly DeliveryRow[]; mayRetry: boolean };

const when = (at: Date | null): string => (at === null ? '–' : instantInWords(at));

/** Who a state's deliveries are for, when they were tried, and what the mail server said. */
export const DeliveryTable = ({ editionId, deliveries, mayRetry }: Props) => (
  <ScrollArea label="Deliveries">
    <table className="figures wordy">
      <thead>
        <tr>
          <th scope="col">Reader</th>
          <th scope="col">Tries</th>
          <th scope="col">Last try</th>
          <th scope="col">Answer</th>
          {mayRetry && <th scope="col">Again</th>}
        </tr>
      </thead>
      <tbody>
        {deliveries.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="break-all">
              {row.email ?? 'deleted'}
            </th>
            <td>{row.attempts}</td>
            <td>
              {when(row.attemptedAt)}
              {row.nextAt && <> · next {when(row.nextAt)}</>}
            </td>
            <td className="break-words">{row.answer || '–'}</td>
            {mayRetry && (
              <td>
                <form method="post" action="/admin/digest/retry">
                  <input type="hidden" name="edition" value={editionId} />
                  <input type="hidden" name="delivery" value={row.id} />
                  <button type="submit" className="sheet-button">
                    Retry<span className="sr-only">: {row.email}</span>
                  </button>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
);
