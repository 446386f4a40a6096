import type { ReactNode } from 'react';

type Props = { kind: 'problem' | 'done'; children: ReactNode };

/** A sentence about what was just tried, read out by screen readers. */
export const Notice = ({ kind, children }: Props) => (
  <p role={kind === 'problem' ? 'alert' : 'status'} className="notice mb-6" data-kind={kind}>
    {children}
  </p>
);
