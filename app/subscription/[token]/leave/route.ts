export { leaveByButton as POST } from '@/lib/next/subscriptions/one-click';
