import type { Author } from '@/src/feed';
import { authorPath } from '@/src/shared';
import { number } from '../dates';

type Props = { authors: Author[] };

// A by-line of three or four lines; collaborations of hundreds fold after it.
const SHOWN = 20;

export function AuthorList({ authors }: Props) {
  if (authors.length === 0) return null;
  const shown = authors.length <= SHOWN + 4 ? authors : authors.slice(0, SHOWN);
  const rest = authors.slice(shown.length);
  return (
    <div className="byline">
      <Names authors={shown} />
      {rest.length > 0 && (
        <details>
          <summary>
            <span className="when-folded">and {number(rest.length)} more</span>
            <span className="when-unfolded">Fold the list</span>
          </summary>
          <Names authors={rest} />
        </details>
      )}
    </div>
  );
}

const Names = ({ authors }: Props) => (
  <p>
    {authors.map((author, index) => (
      // One paper may name two people alike.
      <span key={index}>
        {index > 0 && ', '}
        <a href={authorPath(author.key)}>{author.name}</a>
      </span>
    ))}
  </p>
);
