import { env } from '@/lib/env';

export type Site = { name: string; baseUrl: string };

/** The instance's name and public address. */
export function site(): Site {
  const { SITE_NAME, BASE_URL, HOST, PORT } = env();
  return { name: SITE_NAME, baseUrl: BASE_URL ?? `http://${HOST}:${PORT}` };
}
