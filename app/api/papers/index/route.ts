import { indexCall } from '@/lib/next/submit-api';

export const POST = indexCall;
