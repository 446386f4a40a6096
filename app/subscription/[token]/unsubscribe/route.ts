export { oneClick as POST, showButton as GET } from '@/lib/next/subscriptions/one-click';
