import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

// Without a desktop's windows pages are tested in half the time, so that one comes first.
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const NAMES = [...PACKAGES, 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];
const INSTALL_MS = 300_000;

const runs = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

const succeeds = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, {
    stdio: 'ignore',
    timeout: INSTALL_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const onPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(runs);

const playwrightOwn = (): string | undefined => [chromium.executablePath()].find(runs);

function installWithPlaywright(): string | undefined {
  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  return succeeds(process.execPath, [cli, 'install', 'chromium']) ? playwrightOwn() : undefined;
}

function installWithApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  if (!succeeds('apt-get', ['update'])) return undefined;
  const install = (name: string): boolean => succeeds('apt-get', ['install', '-y', '--no-install-recommends', name]);
  return PACKAGES.some(install) ? onPath() : undefined;
}

/**
 * A Chromium that runs: the one that CHROMIUM_PATH names, one on the PATH, or Playwright's own; where there is none it
 * is fetched, by Playwright or, as root on Debian, by apt. Throws a sentence that says what to do.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not a Chromium that runs here.`);
  }
  const found = onPath() ?? playwrightOwn() ?? installWithPlaywright() ?? installWithApt();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium, and it could be neither found nor fetched. Install it with your system’s ' +
      'package manager, or set CHROMIUM_PATH to the path of one.',
  );
}

/** Nothing that phones home, and no sandbox where root cannot have one. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
