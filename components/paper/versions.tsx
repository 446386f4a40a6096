import type { PaperVersion } from '@/src/papers';
import { type UtcDay, utcDayOf } from '@/src/shared';
import { Day } from '../day';

type Props = { versions: PaperVersion[]; arxivUrl: string; today: UtcDay };

/** The newest first, each with its page at arXiv. */
export const Versions = ({ versions, arxivUrl, today }: Props) => (
  <ul>
    {versions.toReversed().map(({ version, createdAt, size }) => (
      <li key={version}>
        <a href={`${arxivUrl}v${version}`}>v{version}</a>,{' '}
        <Day day={utcDayOf(new Date(createdAt))} today={today} form="long" />
        {size && <span className="text-quiet">, {size}</span>}
      </li>
    ))}
  </ul>
);
