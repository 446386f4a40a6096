import { ArrowLeftIcon, ArrowRightIcon } from '../icons';

type Props = { page: number; pages: number; href: (page: number) => string };

/** Neighbours of the page in hand, and both ends. */
const shownPages = (page: number, pages: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((at) => at >= 1 && at <= pages).sort((a, b) => a - b);

export function Pagination({ page, pages, href }: Props) {
  if (pages === 1) return null;
  const shown = shownPages(page, pages);
  return (
    <nav aria-label="Pages" className="no-print mt-7 flex items-center justify-between gap-2 text-sm">
      {page > 1 ? (
        <a href={href(page - 1)} className="sheet-button">
          <ArrowLeftIcon /> Back
        </a>
      ) : (
        <span />
      )}
      <ol className="flex items-center">
        {shown.map((at, index) => (
          <li key={at} className="flex items-center">
            {index > 0 && at - (shown[index - 1] ?? 0) > 1 && (
              <span aria-hidden="true" className="px-1 text-quiet">
                …
              </span>
            )}
            <a
              href={href(at)}
              aria-label={`Page ${at}`}
              aria-current={at === page ? 'page' : undefined}
              className="page-number"
            >
              {at}
            </a>
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a href={href(page + 1)} className="sheet-button">
          More <ArrowRightIcon />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
