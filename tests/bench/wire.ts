import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../setup/chromium';
import { heading, ratio } from './report';

// ui.md's budget for a feed page, in bytes over the wire.
const BUDGET: Record<string, number> = { Script: 90_000, Stylesheet: 30_000, Font: 120_000 };

/** Bytes over the wire by kind of resource, as a browser with an empty cache loads the page. */
async function wireBytes(url: string): Promise<Map<string, number>> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    const kinds = new Map<string, string>();
    const bytes = new Map<string, number>();
    await session.send('Network.enable');
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'Other';
      bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return bytes;
  } finally {
    await browser.close();
  }
}

/** What a feed page weighs by kind against its budget, and its document against that of `next start`. */
export async function benchWire(ourUrl: string, nextUrl: string): Promise<void> {
  heading('Over the wire, first visit');
  const [ours, next] = [await wireBytes(ourUrl), await wireBytes(nextUrl)];
  for (const [kind, bytes] of [...ours].sort()) {
    const theirs = next.get(kind);
    if (theirs) ratio({ what: kind, ours: bytes / 1000, theirs: theirs / 1000, unit: 'kB', than: 'next start' });
  }
  for (const [kind, most] of Object.entries(BUDGET)) {
    ratio({ what: kind, ours: (ours.get(kind) ?? 0) / 1000, theirs: most / 1000, unit: 'kB', than: 'budget' });
  }
}
