import { database } from '@/lib/auth/context';
import type { Limit } from '@/lib/db/rate-limit';
import { limit } from '@/lib/db/rate-limit';

/** Whether this is one too many; counted for all processes together. */
export const limited = async (one: Limit): Promise<boolean> => !(await limit(database(), one)).allowed;
