import AxeBuilder from '@axe-core/playwright';
import type { ConsoleMessage, Page, Request } from '@playwright/test';
import { test as base, expect } from '@playwright/test';

export { expect };

type Options = {
  /** Lines on the browser's console, and failures of requests, that a test is about: `test.use({ expected: [/404/] })`. */
  expected: RegExp[];
};
type Automatic = { watched: undefined };

// Chromium prints violations of the content security policy as errors on the console.
const ofConsole = (message: ConsoleMessage): string[] =>
  ['error', 'warning'].includes(message.type()) ? [`console ${message.type()}: ${message.text()}`] : [];

const ofRequest = (request: Request, origin: string): string[] => {
  const url = new URL(request.url());
  const inside = ['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === origin;
  return inside ? [] : [`request to another origin: ${url.href}`];
};

/**
 * Playwright's test, which fails on anything a page does behind the reader's back: errors and warnings on the console,
 * violations of the content security policy, exceptions, requests that fail or leave for another origin.
 */
export const test = base.extend<Options & Automatic>({
  expected: [[], { option: true }],
  watched: [
    async ({ context, baseURL, expected }, use) => {
      const found: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      context.on('console', (message) => found.push(...ofConsole(message)));
      context.on('weberror', (error) => found.push(`exception: ${error.error().message}`));
      context.on('request', (request) => found.push(...ofRequest(request, origin)));
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? '';
        // A page that is left takes its open requests with it.
        if (reason !== 'net::ERR_ABORTED') found.push(`request failed: ${request.url()} ${reason}`);
      });
      await use(undefined);
      const surprising = found.filter((line) => !expected.some((pattern) => pattern.test(line)));
      expect(surprising, 'what the pages did besides').toEqual([]);
    },
    { auto: true },
  ],
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds the page as it is now against axe's rules for WCAG 2.2 AA and good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const lines = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' | ')})`,
  );
  expect(lines, 'accessibility').toEqual([]);
}
