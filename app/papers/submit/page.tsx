import { failed } from '@/app/_pages/refused';
import { submitPage } from '@/app/_pages/submit-page';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => submitPage(searchParams), failed);
}
