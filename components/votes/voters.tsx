import type { Voters as VotersData } from '@/src/votes';
import { number } from '../dates';

/** Who upvoted a paper, by name as far as they let others see. */
export function Voters({ voters: { named, more } }: { voters: VotersData }) {
  if (named.length + more === 0) return <p className="text-sm text-quiet">Nobody yet.</p>;
  return (
    <ul className="voters">
      {named.map(({ handle, displayName }) => (
        <li key={handle}>
          <a href={`/people/${handle}`} title={`@${handle}`}>
            {displayName || handle}
          </a>
        </li>
      ))}
      {more > 0 && <li>{named.length > 0 ? `and ${number(more)} more` : people(more)}</li>}
    </ul>
  );
}

const people = (count: number): string => (count === 1 ? 'One person' : `${number(count)} people`);
