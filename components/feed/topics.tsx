import type { Topic } from '@/src/feed';
import { categoryName } from '@/src/shared';
import { counted, number } from '../dates';
import type { ListHref } from './list-bar';

type Props = { topics: Topic[]; chosen: string | null; href: ListHref };

/** How many of the papers are in which category; each leads to the list of those. */
export const Topics = ({ topics, chosen, href }: Props) => (
  <ul className="text-sm">
    {topics.map(({ category, count }) => (
      <li key={category}>
        <a
          href={href({ category: category === chosen ? null : category, page: 1 })}
          aria-current={category === chosen ? 'true' : undefined}
          className="topic"
        >
          <span>{categoryName(category)}</span>
          <span className="text-quiet">
            <span aria-hidden="true">{number(count)}</span>
            <span className="sr-only">{counted(count, 'paper')}</span>
          </span>
        </a>
      </li>
    ))}
  </ul>
);
