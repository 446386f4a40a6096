import { newestPapers, preflight } from '@/lib/next/hub-api';

export const GET = newestPapers;
export const OPTIONS = preflight;
