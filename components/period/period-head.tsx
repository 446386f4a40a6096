import type { ReactNode } from 'react';
import { ArrowLeftIcon, ArrowRightIcon, CalendarIcon } from '../icons';

export type Neighbour = { href: string; label: string; short: string };

type Props = {
  title: ReactNode;
  summary: ReactNode;
  previous: Neighbour | null;
  next: Neighbour | null;
  /** Folded behind a button where the rail is not beside the column. */
  calendar: ReactNode;
};

/** What the page is of, how to get to its neighbours, and the calendar. */
export const PeriodHead = ({ title, summary, previous, next, calendar }: Props) => (
  <div className="mb-4">
    <div className="relative flex items-start justify-between gap-3">
      <h1 className="headline">{title}</h1>
      <nav aria-label="Nearest" className="no-print -mr-2 flex shrink-0 items-center mid:-mr-1 mid:gap-3 mid:pt-1.5">
        <Step neighbour={previous} rel="prev" />
        <Step neighbour={next} rel="next" />
        <details data-popover className="wide:hidden">
          <summary className="icon-button" aria-label="Calendar" title="Calendar">
            <CalendarIcon />
          </summary>
          <div className="popover top-full right-0 mt-2 w-[min(19rem,calc(100vw-2.25rem))]">{calendar}</div>
        </details>
      </nav>
    </div>
    <p className="mt-2 text-[0.9375rem] text-quiet">{summary}</p>
  </div>
);

function Step({ neighbour, rel }: { neighbour: Neighbour | null; rel: 'prev' | 'next' }) {
  if (neighbour === null) return null;
  return (
    <a
      href={neighbour.href}
      rel={rel}
      className="step"
      aria-label={`${rel === 'prev' ? 'Previous' : 'Next'}: ${neighbour.label}`}
    >
      {rel === 'prev' && <ArrowLeftIcon />}
      <span className="max-mid:hidden">{neighbour.short}</span>
      {rel === 'next' && <ArrowRightIcon />}
    </a>
  );
}

/** The same two steps in words, at the end of a list. */
export const PeriodEnd = ({ previous, next }: Pick<Props, 'previous' | 'next'>) => (
  <nav aria-label="Go on reading" className="no-print mt-8 flex justify-between gap-4 text-[0.9375rem] font-medium">
    {previous ? (
      <a href={previous.href} className="inline-flex items-center gap-1 py-2">
        <ArrowLeftIcon /> {previous.label}
      </a>
    ) : (
      <span />
    )}
    {next && (
      <a href={next.href} className="inline-flex items-center gap-1 py-2 text-right">
        {next.label} <ArrowRightIcon />
      </a>
    )}
  </nav>
);
