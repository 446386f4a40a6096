import { citePage } from '@/app/_pages/cite-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import { type Query, queryParameters } from '@/lib/next/query';
import { feedQuery } from '@/src/syndication';

type Props = { params: Promise<{ list: string[] }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const [{ list }, query] = await Promise.all([params, queryParameters(searchParams)]);
  return guarded(() => citePage(list.map(decodeURIComponent), feedQuery(query)), failed);
}
