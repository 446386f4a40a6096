import { citePage } from '@/app/_pages/cite-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';
import { FEED_PARAMETERS } from '@/src/syndication';

type Props = { params: Promise<{ list: string[] }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const [{ list }, query] = await Promise.all([params, searchParams]);
  const given = FEED_PARAMETERS.flatMap((name): [string, string][] => {
    const value = query[name];
    const first = Array.isArray(value) ? value[0] : value;
    return first ? [[name, first]] : [];
  });
  return guarded(() => citePage(list.map(decodeURIComponent), new URLSearchParams(given)), failed);
}
