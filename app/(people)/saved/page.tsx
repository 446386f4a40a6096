import { savedPage } from '@/app/_pages/saved/saved-page';
import type { Query } from '@/lib/next/query';

export default ({ searchParams }: { searchParams: Query }) => savedPage(searchParams);
