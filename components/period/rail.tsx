import type { ReactNode } from 'react';

/** What stands beside the column, in blocks with a heading each. */
export const Rail = ({ children, prints = false }: { children: ReactNode; prints?: boolean }) => (
  <aside aria-label="More" className={`flex flex-col gap-9 max-wide:mt-4 ${prints ? '' : 'no-print'}`}>
    {children}
  </aside>
);

type BlockProps = { heading: string; children: ReactNode; onlyWide?: boolean };

export const RailBlock = ({ heading, children, onlyWide = false }: BlockProps) => (
  <section className={onlyWide ? 'max-wide:hidden' : ''}>
    <h2 className="rail-heading mb-2">{heading}</h2>
    {children}
  </section>
);
