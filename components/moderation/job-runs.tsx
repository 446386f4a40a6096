import type { JobRun } from '@/src/operations';
import { instantInWords } from '../dates';
import { ScrollArea } from '../scroll-area';
import { RunStatus } from './run-status';

type Props = { job: string; runs: readonly JobRun[] };

/** The last runs of a job. */
export const JobRuns = ({ job, runs }: Props) =>
  runs.length === 0 ? (
    <p className="hint">It has not run yet.</p>
  ) : (
    <ScrollArea label={`Last runs of ${job}`}>
      <table className="figures wordy">
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col">Result</th>
            <th scope="col">What it did</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">{instantInWords(run.startedAt)}</th>
              <td>
                <RunStatus status={run.status} />
              </td>
              <td>{run.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
