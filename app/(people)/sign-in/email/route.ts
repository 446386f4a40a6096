export { mailLink as POST } from '@/lib/next/people/mail-link';
