// Of better-auth's addresses only the one that a provider sends a browser back to is open.
export {
  notServed as DELETE,
  notServed as PATCH,
  notServed as POST,
  notServed as PUT,
  providerCallback as GET,
} from '@/lib/next/people/provider-callback';
