import type { PageProps } from '@/app/_pages/page-props';
import { periodPage } from '@/app/_pages/period-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';

export default async function Page({ params, searchParams }: PageProps<'day'>) {
  const [{ day }, query] = await Promise.all([params, searchParams]);
  return guarded(() => periodPage({ kind: 'day', key: day, query }), failed);
}
