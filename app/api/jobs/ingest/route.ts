import { waitedJob } from '@/lib/next/jobs';
import { services } from '@/lib/services';

export const dynamic = 'force-dynamic';

/** Fetches what is due. See `waitedJob` for how long it takes to answer. */
const ingest = (request: Request): Promise<Response> => waitedJob(request, services().ingestNow);

export const GET = ingest;
export const POST = ingest;
