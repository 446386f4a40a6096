import type { SessionEntry } from '@/src/accounts';
import { browserName } from './browser-name';
import { Moment } from './moment';

type Props = { sessions: readonly SessionEntry[]; currentId: string; now: Date };

/** A person's sessions, each with the button that ends it. */
export const SessionList = ({ sessions, currentId, now }: Props) => (
  <ul className="entries">
    {sessions.map((session) => {
      const name = browserName(session.userAgent);
      return (
        <li key={session.id}>
          <div>
            <p className="font-medium">
              {name}
              {session.id === currentId && <span className="font-normal text-quiet"> · this browser</span>}
            </p>
            <p className="hint">
              {session.address && <>{session.address} · </>}signed in <Moment at={session.createdAt} now={now} />
            </p>
          </div>
          <form method="post" action="/settings/revoke-session">
            <input type="hidden" name="session" value={session.id} />
            <button type="submit" className="sheet-button" aria-label={`End the session in ${name}`}>
              {session.id === currentId ? 'Sign out' : 'End'}
            </button>
          </form>
        </li>
      );
    })}
  </ul>
);
