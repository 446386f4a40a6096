import { env } from '@/lib/env';

/** The address under which people reach the instance. */
export function siteOrigin(): URL {
  const { BASE_URL, HOST, PORT } = env();
  return new URL(BASE_URL ?? `http://${HOST}:${PORT}`);
}
