import type { ReactNode, SelectHTMLAttributes } from 'react';

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & { name: string; label: string; children: ReactNode };

/** A labelled choice of one. */
export const Select = ({ name, label, children, ...select }: Props) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <select {...select} id={name} name={name}>
      {children}
    </select>
  </div>
);
