import type { ReactNode } from 'react';

/** A part that may be wider than a phone and scrolls by itself. */
export const ScrollArea = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus a keyboard could not scroll it.
  <section aria-label={label} className="overflow-x-auto" tabIndex={0}>
    {children}
  </section>
);
