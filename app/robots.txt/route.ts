import { answerRobots } from '@/lib/next/plain-pages';

export const dynamic = 'force-dynamic';

export const GET = (): Response => answerRobots();
