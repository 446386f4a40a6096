/** Next calls this once, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const [{ DIRECT_ROUTES }, { setDirectRoutes }] = await Promise.all([
    import('./lib/next/direct-routes'),
    import('./lib/server/direct-routes'),
  ]);
  setDirectRoutes(DIRECT_ROUTES);
}
