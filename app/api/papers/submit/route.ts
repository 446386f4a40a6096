import { submitCall } from '@/lib/next/submit-api';

export const POST = submitCall;
