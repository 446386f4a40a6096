import { answerMcp, noStream } from '@/lib/next/mcp/answer-mcp';

export const POST = answerMcp;
export const GET = noStream;
export const DELETE = noStream;
