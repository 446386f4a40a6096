export { beginAtProvider as POST } from '@/lib/next/people/begin-at-provider';
