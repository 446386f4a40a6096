export { refuseByLink as POST } from '@/lib/next/subscriptions/confirm';
