import { jobCall } from '@/lib/next/jobs';

const upkeep = (request: Request): Promise<Response> => jobCall(request, 'upkeep');

export const GET = upkeep;
export const POST = upkeep;
