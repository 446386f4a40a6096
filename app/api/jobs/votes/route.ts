import { jobCall } from '@/lib/next/jobs';

const votes = (request: Request): Promise<Response> => jobCall(request, 'votes');

export const GET = votes;
export const POST = votes;
