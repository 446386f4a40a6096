import { env } from '@/lib/env';
import { categoryName } from '@/src/shared';

type Props = { chosen: string | null; href: (code: string | null) => string };

/** The instance's own categories, each leading to the list narrowed to it. */
export const CarriedCategories = ({ chosen, href }: Props) => (
  <ul className="text-sm">
    {env().ARXIV_CATEGORIES.map((code) => (
      <li key={code}>
        <a
          href={href(code === chosen ? null : code)}
          aria-current={code === chosen ? 'true' : undefined}
          className="topic"
        >
          {categoryName(code)}
        </a>
      </li>
    ))}
  </ul>
);
