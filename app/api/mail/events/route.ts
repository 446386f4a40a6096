export { mailEvents as POST } from '@/lib/next/subscriptions/mail-events';
