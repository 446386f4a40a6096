import type { Person } from '@/src/accounts';
import { Moment } from './moment';

type Props = { person: Person; now: Date };

const OFFICES = { member: undefined, moderator: 'Moderator', admin: 'Administrator' } as const;

/** Who a profile is of. */
export function ProfileHead({ person, now }: Props) {
  const office = OFFICES[person.role];
  return (
    <div className="flex items-center gap-5">
      <img src={`/avatars/${person.handle}.svg`} alt="" width={72} height={72} className="avatar" />
      <div className="min-w-0">
        <h1 className="headline">{person.displayName || person.handle}</h1>
        <p className="mt-1 text-quiet">
          @{person.handle} · {office && <>{office} · </>}here since <Moment at={person.createdAt} now={now} />
          {person.suspended && ' · suspended'}
        </p>
      </div>
    </div>
  );
}
