import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from '../tests/setup/chromium';

const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];
const executablePath = process.env['CHROMIUM_PATH'];
const baseURL = process.env['E2E_BASE_URL'];

export default defineConfig({
  testDir: '../e2e',
  outputDir: '../test-results',
  globalSetup: '../tests/setup/end-to-end.ts',
  fullyParallel: true,
  workers: 2,
  // A test that needs a second try hides a race that a reader would meet.
  retries: 0,
  forbidOnly: true,
  // Long, for machines on which other work is done too; a page takes well under a second.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: report ? [['dot'], ['json', { outputFile: report }]] : [['list']],
  use: {
    ...(baseURL ? { baseURL } : {}),
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    trace: 'off',
    screenshot: 'off',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_ARGS] },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium', viewport: { width: 1280, height: 900 } } }],
});
