/** Next calls this once, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const [{ DIRECT_ROUTES }, { setDirectRoutes }, { services }] = await Promise.all([
    import('./lib/next/direct-routes'),
    import('./lib/server/direct-routes'),
    import('./lib/services'),
  ]);
  setDirectRoutes(DIRECT_ROUTES);
  // The search index loads from now on, not from the first search on.
  if (process.env['DATABASE_URL']) services();
}
