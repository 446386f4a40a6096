import { jobCall } from '@/lib/next/jobs';

const webhooks = (request: Request): Promise<Response> => jobCall(request, 'webhooks');

export const GET = webhooks;
export const POST = webhooks;
