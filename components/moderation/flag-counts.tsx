import { counted } from '../dates';

type Props = { flags: readonly { label: string; count: number }[] };

/** What readers said is wrong, and how many of them. Who is nobody's business. */
export const FlagCounts = ({ flags }: Props) =>
  flags.length === 0 ? (
    <p className="hint mt-3">No flags are open.</p>
  ) : (
    <ul className="mt-3 flex flex-wrap gap-x-4 text-sm" aria-label="Flags">
      {flags.map(({ label, count }) => (
        <li key={label}>
          {counted(count, 'flag')}: {label}
        </li>
      ))}
    </ul>
  );
