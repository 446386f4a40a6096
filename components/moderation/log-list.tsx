import type { ReactNode } from 'react';
import type { LogEntry } from '@/src/moderation';
import { commentPath, paperPath, personPath, type UtcDay } from '@/src/shared';
import { CommentTime } from '../comments/comment-time';
import { actorInWords, deedInWords } from './log-words';

type Props = {
  entries: readonly LogEntry[];
  today: UtcDay;
  /** What moderators may do with a line. */
  tools?: (entry: LogEntry) => ReactNode;
};

/** Lines of the log, the latest first. */
export const LogList = ({ entries, today, tools }: Props) => (
  <ol className="log">
    {entries.map((entry) => (
      <li key={entry.id} id={`entry-${entry.id}`}>
        <p className="hint">
          <CommentTime at={entry.at} today={today} />
          {entry.undoneAt && (
            <>
              {' · undone '}
              <CommentTime at={entry.undoneAt} today={today} />
            </>
          )}
        </p>
        <p data-undone={entry.undoneAt ? '' : undefined}>
          {entry.actor ? <a href={personPath(entry.actor.handle)}>{actorInWords(entry)}</a> : actorInWords(entry)}{' '}
          {deedInWords(entry)} <Subject entry={entry} />
        </p>
        <p className="log-reason">
          <bdi>{entry.reason}</bdi>
        </p>
        {tools?.(entry)}
      </li>
    ))}
  </ol>
);

function Subject({ entry: { subjectKind, subjectId, subjectName, subjectPaper } }: { entry: LogEntry }) {
  if (subjectName === null) return <span className="text-quiet">what is no longer here</span>;
  if (subjectKind === 'paper') return <a href={paperPath(subjectId)}>{subjectName}</a>;
  if (subjectKind === 'user') return <a href={personPath(subjectName)}>@{subjectName}</a>;
  if (subjectKind === 'comment' && subjectPaper) {
    return <a href={commentPath(subjectPaper, subjectId)}>{subjectName}</a>;
  }
  return <span>{subjectName}</span>;
}
