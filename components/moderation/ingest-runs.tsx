import type { IngestRunRow, RejectRow } from '@/src/operations';
import { instantInWords, number } from '../dates';
import { ScrollArea } from '../scroll-area';
import { RunStatus } from './run-status';

type Props = {
  runs: readonly IngestRunRow[];
  /** The address of the page that shows what a run refused. */
  rejectsHref: (runId: number) => string;
};

/** The ledger of ingest. A run under way shows how far it is. */
export const IngestRuns = ({ runs, rejectsHref }: Props) => (
  <ScrollArea label="Runs of ingest">
    <table className="figures">
      <thead>
        <tr>
          {['Started', 'Source', 'Result', 'Seen', 'New', 'Changed', 'As before', 'Refused'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">{instantInWords(run.startedAt)}</th>
            <td>{run.source}</td>
            <td title={run.error ?? undefined}>
              <RunStatus status={run.status} />
            </td>
            <td>{number(run.seen)}</td>
            <td>{number(run.created)}</td>
            <td>{number(run.updated)}</td>
            <td>{number(run.unchanged)}</td>
            <td>
              {run.rejected === 0 ? (
                '0'
              ) : (
                <a href={rejectsHref(run.id)} className="underline">
                  {number(run.rejected)}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
);

/** Records that a run could not take, and why. */
export const Rejects = ({ rejects }: { rejects: readonly RejectRow[] }) => (
  <section id="rejects" aria-labelledby="rejects-heading" className="mt-10">
    <h2 id="rejects-heading" className="section-heading">
      What was refused
    </h2>
    <ol className="log">
      {rejects.map((reject) => (
        <li key={reject.id}>
          <p className="hint">{reject.place}</p>
          <p>{reject.reason}</p>
          {reject.excerpt && <pre className="excerpt">{reject.excerpt}</pre>}
        </li>
      ))}
    </ol>
  </section>
);
