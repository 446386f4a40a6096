export { askToSubscribe as POST } from '@/lib/next/subscriptions/ask';
