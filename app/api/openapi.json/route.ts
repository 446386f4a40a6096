import { openApi, preflight } from '@/lib/next/hub-api';

export const GET = (request: Request): Response => openApi(request);
export const OPTIONS = preflight;
