export { confirmByLink as POST } from '@/lib/next/subscriptions/confirm';
