import { preflight, searchPapers } from '@/lib/next/hub-api';

export const GET = searchPapers;
export const OPTIONS = preflight;
