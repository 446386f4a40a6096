import { answerViewerPapers } from '@/lib/next/votes/vote-api';

export const GET = (request: Request): Promise<Response> => answerViewerPapers(request);
