import { answerSitemapIndex } from '@/lib/next/sitemaps';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => answerSitemapIndex();
