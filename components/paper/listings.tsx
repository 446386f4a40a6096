import type { Appearance } from '@/src/feed';
import { dayPath, type UtcDay } from '@/src/shared';
import { Day } from '../day';

type Props = { appearances: Appearance[]; today: UtcDay };

const how = ({ announced, picked, pickedBy, submitted }: Appearance): string => {
  const kinds = [announced === 'cross' ? 'cross-listed' : announced === 'new' ? 'new' : ''];
  if (submitted) kinds.push('submitted');
  else if (picked) kinds.push(pickedBy === null ? 'a pick' : `picked by ${pickedBy}`);
  return kinds.filter(Boolean).join(', ');
};

/** The days on which the feed showed the paper, and why. */
export const Listings = ({ appearances, today }: Props) => (
  <ul>
    {appearances.map((appearance) => (
      <li key={appearance.day}>
        <a href={dayPath(appearance.day)}>
          <Day day={appearance.day} today={today} form="weekday" />
        </a>
        {how(appearance) !== '' && `, ${how(appearance)}`}
      </li>
    ))}
  </ul>
);
