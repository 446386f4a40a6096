import { waitedJob } from '@/lib/next/jobs';
import { services } from '@/lib/services';

export const dynamic = 'force-dynamic';
// The longest that hosts of functions allow without asking; what is left then goes on with the next call.
export const maxDuration = 60;

/** Plans and sends digests that are due. See `waitedJob` for how long it takes to answer. */
const digest = (request: Request): Promise<Response> => waitedJob(request, services().digestNow);

export const GET = digest;
export const POST = digest;
