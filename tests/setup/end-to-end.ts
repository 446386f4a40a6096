import { startApp } from './app-server';
import { findChromium } from './chromium';

/** Playwright's global set-up: finds a browser, and starts the application once for all specs. */
export default async function setUp(): Promise<() => Promise<void>> {
  // The configuration is read again in each worker, and finds both here.
  process.env['CHROMIUM_PATH'] = findChromium();
  const given = process.env['E2E_BASE_URL'];
  if (given) return async () => {};
  const app = await startApp();
  process.env['E2E_BASE_URL'] = app.url;
  return app.stop;
}
