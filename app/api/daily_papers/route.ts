import { dailyPapers, preflight } from '@/lib/next/hub-api';

export const GET = dailyPapers;
export const OPTIONS = preflight;
