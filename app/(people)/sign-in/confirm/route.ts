export { useMailedLink as POST } from '@/lib/next/people/use-mailed-link';
