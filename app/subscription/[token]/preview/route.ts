import { previewNow } from '@/lib/next/subscriptions/preview-now';

/** Mails the reader what his choice would bring him now. */
export const POST = previewNow;
