import type { Role } from '@/src/accounts';
import type { PersonRow } from '@/src/moderation';
import { personPath, utcDayOf } from '@/src/shared';
import { counted, dayInWords } from '../dates';
import { ActForm } from './act-form';

type Props = {
  person: Omit<PersonRow, 'email'> & { email: string | null };
  /** Roles that the viewer may give; none where he may not. */
  roles: readonly Role[];
  maySuspend: boolean;
};

const GIVE = { member: 'Make a member', moderator: 'Make a moderator', admin: 'Make an administrator' } as const;

/** A person as moderators see him, with what they may do. */
export function PersonEntry({ person, roles, maySuspend }: Props) {
  const { id, handle, displayName, email, role, createdAt, suspended, votes, comments } = person;
  const suspends = suspended ? { act: 'reinstate', label: 'Let back in' } : { act: 'suspend', label: 'Suspend' };
  const options = [
    ...(maySuspend ? [suspends] : []),
    ...roles.filter((each) => each !== role).map((each) => ({ act: `role:${each}`, label: GIVE[each] })),
  ];
  return (
    <li>
      <p>
        <a href={personPath(handle)} className="font-semibold">
          <bdi>{displayName || handle}</bdi>
        </a>{' '}
        <span className="text-quiet">@{handle}</span>
        {role !== 'member' && <span className="badge ml-2">{role === 'admin' ? 'Administrator' : 'Moderator'}</span>}
        {suspended && <span className="badge ml-2">Suspended</span>}
      </p>
      <p className="hint">
        {email && <>{email} · </>}since {dayInWords(utcDayOf(createdAt), { form: 'short' })} · {counted(votes, 'vote')}{' '}
        · {counted(comments, 'comment')}
      </p>
      {options.length > 0 && (
        <details className="disclosed-plain">
          <summary>
            Change<span className="sr-only"> @{handle}</span>
          </summary>
          <ActForm action="/admin/people/act" fields={{ person: id, handle }} options={options} name={id} />
        </details>
      )}
    </li>
  );
}
