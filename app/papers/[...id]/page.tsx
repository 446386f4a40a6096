import { paperPage } from '@/app/_pages/paper-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';

export default async function Page({ params }: { params: Promise<{ id: string[] }> }) {
  const { id } = await params;
  return guarded(() => paperPage(id.map(decodeURIComponent)), failed);
}
