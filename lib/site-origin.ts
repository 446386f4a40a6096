import { env } from '@/lib/env';

/** The address under which people reach the instance. */
export function siteOrigin(): URL {
  const { BASE_URL, HOST, PORT } = env();
  return new URL(BASE_URL ?? `http://${HOST}:${PORT}`);
}

/** Whether people reach the instance from its own machine alone, as far as its address tells. */
export const isOwnMachine = (site: URL): boolean =>
  /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(site.hostname);
