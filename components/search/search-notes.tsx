import type { QueryProblem } from '@/src/search';

type ProblemsProps = { problems: readonly QueryProblem[] };

/** What of a search could not be used, and what to write. */
export const Problems = ({ problems }: ProblemsProps) =>
  problems.length > 0 && (
    <section aria-label="What could not be used" className="notice mb-4">
      <ul className="flex flex-col gap-1.5">
        {problems.map(({ typed, message }) => (
          <li key={`${typed} ${message}`}>
            <code className="typed">{typed}</code> {message}
          </li>
        ))}
      </ul>
    </section>
  );

type CorrectionProps = { corrections: readonly { typed: string; used: string; insteadHref: string }[] };

/** Which misspellings were forgiven, and the way to search for what was typed. */
export const Corrections = ({ corrections }: CorrectionProps) =>
  corrections.length > 0 && (
    <p className="mb-4 text-[0.9375rem]">
      Showing results for{' '}
      {corrections.map(({ typed, used }, at) => (
        <span key={typed}>
          {at > 0 && ', '}
          <strong className="font-semibold">{used}</strong>
        </span>
      ))}
      . Search instead for{' '}
      {corrections.map(({ typed, insteadHref }, at) => (
        <span key={typed}>
          {at > 0 && ', '}
          <a href={insteadHref} className="underline underline-offset-3">
            {typed}
          </a>
        </span>
      ))}
      .
    </p>
  );
