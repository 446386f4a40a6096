import { jobCall } from '@/lib/next/jobs';

const interest = (request: Request): Promise<Response> => jobCall(request, 'interest');

export const GET = interest;
export const POST = interest;
