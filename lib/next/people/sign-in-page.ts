import { LINK_MINUTES } from '@/lib/auth/link-minutes';
import type { Provider } from '@/lib/auth/providers';
import { providersOf } from '@/lib/auth/providers';
import { lookAtLink } from '@/lib/auth/use-link';
import { env } from '@/lib/env';

export { LINK_MINUTES, lookAtLink };

/** The providers that the sign-in page has a button for. */
export const providers = (): Provider[] => providersOf(env());
