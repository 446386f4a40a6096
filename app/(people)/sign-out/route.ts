export { signOut as POST } from '@/lib/next/people/sign-out';
