import { jobCall } from '@/lib/next/jobs';

const submissions = (request: Request): Promise<Response> => jobCall(request, 'submissions');

export const GET = submissions;
export const POST = submissions;
