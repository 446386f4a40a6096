import type { ReactNode } from 'react';

/** Running text of our own, with an anchor on its heading. */
export const ProseSection = ({ id, heading, children }: { id: string; heading: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="prose">
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
);

/** A formula set apart, in words that a screen reader can read. */
export const Formula = ({ children }: { children: ReactNode }) => <p className="formula">{children}</p>;
