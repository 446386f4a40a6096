import type { SavedEntry } from '@/src/library';
import { counted, number } from '../dates';

type Props = { entries: readonly SavedEntry[]; total: number };

/** Imported entries that no paper here matches. Nothing of them is lost: they can be taken away again, or brought in. */
export const UnmatchedList = ({ entries, total }: Props) => (
  <section id="not-here" aria-labelledby="not-here-heading" className="mt-12">
    <h2 id="not-here-heading" className="section-heading">
      Not in this paper ({number(total)})
    </h2>
    <p className="mb-4 text-[0.9375rem] text-quiet">
      You imported {counted(total, 'entry', 'entries')} that no paper here matches. They are kept whole:{' '}
      <a href="/saved/export/unmatched" className="underline underline-offset-3">
        download them as CSL-JSON
      </a>
      .
    </p>
    <ul className="flex flex-col gap-3">
      {entries.map(({ id, title, arxivId }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule pb-3"
        >
          <span className="min-w-0 flex-1 basis-80">{title}</span>
          <span className="flex items-baseline gap-4 text-sm">
            {arxivId && (
              <a href={`/papers/submit?paper=${encodeURIComponent(arxivId)}`} className="underline underline-offset-3">
                Bring it in<span className="sr-only">: {title}</span>
              </a>
            )}
            <form method="post" action="/saved/remove-entry">
              <input type="hidden" name="entry" value={id} />
              <button type="submit" className="text-button">
                Remove<span className="sr-only"> {title}</span>
              </button>
            </form>
          </span>
        </li>
      ))}
    </ul>
    {total > entries.length && (
      <p className="mt-3 text-sm text-quiet">And {number(total - entries.length)} more, all in the file.</p>
    )}
    <form method="post" action="/saved/remove-entry" className="mt-4">
      <input type="hidden" name="entry" value="all" />
      <button type="submit" className="form-button">
        Remove all of them
      </button>
    </form>
  </section>
);
