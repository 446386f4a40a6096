import { agentHarnesses, preflight } from '@/lib/next/hub-api';

export const GET = agentHarnesses;
export const OPTIONS = preflight;
