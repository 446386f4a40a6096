import type { OwnSubmission } from '@/src/submissions';
import { Moment } from './moment';

type Props = { submissions: readonly OwnSubmission[]; now: Date };

/** What a person submitted and readers do not see: what waits for its source, and what was refused of late. */
export function OwnSubmissions({ submissions, now }: Props) {
  if (submissions.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="own-submissions">
      <h2 id="own-submissions" className="section-heading">
        Submitted and not listed
      </h2>
      <ul className="entries">
        {submissions.map(({ paperId, status, problem, createdAt }) => (
          <li key={`${paperId}-${createdAt.getTime()}`}>
            <span>
              <a href={`/papers/submit?paper=${paperId}`} className="font-semibold">
                {paperId}
              </a>
              , <Moment at={createdAt} now={now} />
              <span className="hint block">
                {status === 'pending' ? 'Kept until arXiv answers; it is tried again by itself. ' : 'Refused. '}
                {problem}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
