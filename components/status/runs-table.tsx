import type { RunRow } from '@/src/ingest';
import { instantInWords, number } from '../dates';
import { ScrollArea } from '../scroll-area';

const WORDS: Record<RunRow['status'], string> = {
  running: 'Running',
  succeeded: 'Succeeded',
  failed: 'Failed',
  interrupted: 'Interrupted',
};

function duration({ startedAt, finishedAt, heartbeatAt }: RunRow): string {
  const seconds = Math.max(0, Math.round(((finishedAt ?? heartbeatAt).getTime() - startedAt.getTime()) / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** The run ledger, the latest first. */
export const RunsTable = ({ runs }: { runs: RunRow[] }) => (
  <ScrollArea label="Last runs">
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">Source</th>
          <th scope="col">Result</th>
          <th scope="col">Seen</th>
          <th scope="col">New</th>
          <th scope="col">Changed</th>
          <th scope="col">Refused</th>
          <th scope="col">Took</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <time dateTime={run.startedAt.toISOString()}>{instantInWords(run.startedAt)}</time>
            </th>
            <td>{run.source}</td>
            <td
              data-missing={run.status === 'failed' || run.status === 'interrupted' || undefined}
              title={run.error ?? undefined}
            >
              {WORDS[run.status]}
            </td>
            <td>{number(run.seen)}</td>
            <td>{number(run.created)}</td>
            <td>{number(run.updated)}</td>
            <td>{number(run.rejected)}</td>
            <td>{duration(run)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
);
