import type { CacheTag } from '@/src/shared';

/** Anything that can be kept: how much memory it takes, and whether it is worth keeping. */
export type Keepable = { bytes: number; keep: 'page' | 'absence' | 'no' };

/** What a page is kept under and what it depends on. */
export type PageKey = { key: string; path: string; tags: readonly CacheTag[]; maxAgeMs: number };

/** How an answer came about, in the words of RFC 9211. */
export type Outcome<P> = { page: P; how: 'hit' | 'stale' | 'miss' };

export type PageCacheOptions = {
  maxBytes: number;
  /** Is the news of changes coming in? Without it a page counts as fresh for a second only. */
  isListening: () => boolean;
  clock?: () => number;
};

type Entry<P> = {
  page: P;
  tags: readonly CacheTag[];
  path: string;
  bornAt: number;
  maxAgeMs: number;
  /** Memory that it was counted with. */
  counted: number;
  /** When a change made it out of date. */
  staleAt: number | undefined;
  /** Whether who made the change is on the way to look at it. */
  awaited: boolean;
  /** Since when its renewal fails, and when it was last tried. */
  failing: { since: number; last: number } | undefined;
  allowance: { left: number; at: number };
};

type Rendering<P> = {
  promise: Promise<P>;
  startedAt: number;
  tags: readonly CacheTag[];
  staleAt: number | undefined;
  awaited: boolean;
};

// A change shows at once as long as changes are few; a page under a stream of them is made once a second.
const BURST = 3;
const PACE_MS = 1_000;
const ABSENCE_MS = 5_000;
const UNINFORMED_MS = 1_000;
/** A page whose renewal fails is served this long in its last good form. */
const STALE_IF_ERROR_MS = 10 * 60_000;
const RETRY_MS = 1_000;
/** While a page is made anew, the one before serves for so long after the change. */
const MEANWHILE_MS = 2_000;
/** A reader waits no longer for the newest when there is an older one. */
const PATIENCE_MS = 2_000;
/** Whoever may have just changed something wants to see it, and waits for it on a busy machine too. */
const OWN_PATIENCE_MS = 10_000;
/** No flood of queries on one path may push out the others. */
const PER_PATH = 64;
const ABSENCES = '';

/**
 * Keeps finished pages in memory, least recently used first to go. One rendering at a time for each page, whoever waits
 * for it. After a change a page is made anew before it is served again, except that readers who come while that is going
 * on, within two seconds of the change, get the one before; so nobody sees anything older than about two seconds, and
 * under a stream of votes hardly anybody waits.
 */
export class PageCache<P extends Keepable> {
  readonly #entries = new Map<string, Entry<P>>();
  readonly #renderings = new Map<string, Rendering<P>>();
  readonly #paths = new Map<string, Set<string>>();
  readonly #options: Required<PageCacheOptions>;
  #bytes = 0;

  constructor(options: PageCacheOptions) {
    this.#options = { clock: Date.now, ...options };
  }

  get stats(): { entries: number; bytes: number } {
    return { entries: this.#entries.size, bytes: this.#bytes };
  }

  /** The page when it is kept and fresh; the path that has to be fast. */
  fresh(key: string): P | undefined {
    const entry = this.#entries.get(key);
    if (!entry || !this.#isFresh(entry, this.#options.clock())) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.page;
  }

  /** The page when nothing has to be done for it: fresh, or out of date for less than a second and not yet due again. */
  ready(key: string): P | undefined {
    const entry = this.#entries.get(key);
    const now = this.#options.clock();
    if (!entry || this.#isFresh(entry, now)) return this.fresh(key);
    const waits =
      !entry.awaited && !this.#renderings.has(key) && staleFor(entry, now) < PACE_MS && allowanceOf(entry, now) < 1;
    return waits ? entry.page : undefined;
  }

  /** The page for a key, rendered when need be. `patient` readers wait for the newest even where others need not. */
  async get(page: PageKey, render: () => Promise<P>, { patient = false } = {}): Promise<Outcome<P>> {
    const arrived = this.#options.clock();
    const hit = this.fresh(page.key);
    if (hit) return { page: hit, how: 'hit' };
    const entry = this.#entries.get(page.key);
    if (!entry) return { page: await this.#render(page, render), how: 'miss' };
    const underWay = this.#renderings.get(page.key);
    const old = staleFor(entry, arrived);
    if (underWay && !patient && old < MEANWHILE_MS) return { page: entry.page, how: 'stale' };
    if (entry.failing && arrived - entry.failing.last < RETRY_MS) return { page: entry.page, how: 'stale' };
    const paced = !underWay && old < PACE_MS && !(patient && entry.awaited);
    if (paced && !spend(entry, arrived)) return { page: entry.page, how: 'stale' };
    return this.#renew(page, render, { entry, arrived, patienceMs: patient ? OWN_PATIENCE_MS : PATIENCE_MS });
  }

  /**
   * Marks every page that carries one of the tags; `undefined` marks all. `awaited`: whoever made the change is sent to look at it, and
   * must not get the page before, however often it was made lately.
   */
  expire(tags?: ReadonlySet<string>, { awaited = false } = {}): void {
    const now = this.#options.clock();
    for (const held of [this.#entries, this.#renderings]) {
      for (const item of held.values()) {
        if (tags && !item.tags.some((tag) => tags.has(tag))) continue;
        item.staleAt ??= now;
        item.awaited ||= awaited;
      }
    }
  }

  /** Counts a page's memory anew, for instance after another encoding was added to it. */
  recount(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#bytes += entry.page.bytes - entry.counted;
    entry.counted = entry.page.bytes;
    this.#evict();
  }

  async #renew(
    page: PageKey,
    render: () => Promise<P>,
    { entry, arrived, patienceMs }: { entry: Entry<P>; arrived: number; patienceMs: number },
  ): Promise<Outcome<P>> {
    const clock = this.#options.clock;
    try {
      const made = await within(patienceMs, this.#newest(page, render, arrived));
      return { page: made, how: 'miss' };
    } catch (error) {
      entry.failing = { since: entry.failing?.since ?? clock(), last: clock() };
      if (clock() - entry.failing.since < STALE_IF_ERROR_MS) return { page: entry.page, how: 'stale' };
      throw error;
    }
  }

  // A rendering that began before this reader came may lack the change that he has just made.
  async #newest(page: PageKey, render: () => Promise<P>, arrived: number): Promise<P> {
    const first = this.#renderings.get(page.key);
    const made = await this.#render(page, render);
    return first?.staleAt !== undefined && first.staleAt <= arrived ? this.#render(page, render) : made;
  }

  #render(page: PageKey, render: () => Promise<P>): Promise<P> {
    const underWay = this.#renderings.get(page.key);
    if (underWay) return underWay.promise;
    const rendering: Rendering<P> = {
      promise: render()
        .then((made) => {
          this.#keep(page, made, rendering);
          return made;
        })
        .finally(() => this.#renderings.delete(page.key)),
      startedAt: this.#options.clock(),
      tags: page.tags,
      staleAt: undefined,
      awaited: false,
    };
    this.#renderings.set(page.key, rendering);
    return rendering.promise;
  }

  #keep({ key, path, tags, maxAgeMs }: PageKey, made: P, { startedAt, staleAt, awaited }: Rendering<P>): void {
    const allowance = this.#entries.get(key)?.allowance ?? { left: BURST, at: startedAt };
    this.#drop(key);
    if (made.keep === 'no' || made.bytes > this.#options.maxBytes / 8) return;
    const lifetime = made.keep === 'absence' ? Math.min(ABSENCE_MS, maxAgeMs) : maxAgeMs;
    const life = { bornAt: startedAt, maxAgeMs: lifetime, staleAt, awaited, failing: undefined, allowance };
    // Pages that are not there have one small place among them all: asking for many must not push out the others.
    const group = made.keep === 'absence' ? ABSENCES : path;
    this.#entries.set(key, { page: made, tags, path: group, counted: made.bytes, ...life });
    this.#bytes += made.bytes;
    const beside = this.#paths.get(group) ?? new Set();
    this.#paths.set(group, beside.add(key));
    for (const oldest of beside.size > PER_PATH ? beside : []) {
      this.#drop(oldest);
      break;
    }
    this.#evict();
  }

  #isFresh(entry: Entry<P>, now: number): boolean {
    if (entry.staleAt !== undefined) return false;
    const age = now - entry.bornAt;
    return age < (this.#options.isListening() ? entry.maxAgeMs : Math.min(entry.maxAgeMs, UNINFORMED_MS));
  }

  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#options.maxBytes) return;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.counted;
    const beside = this.#paths.get(entry.path);
    beside?.delete(key);
    if (beside?.size === 0) this.#paths.delete(entry.path);
  }
}

const staleFor = ({ staleAt, bornAt, maxAgeMs }: Entry<unknown>, now: number): number =>
  now - (staleAt ?? bornAt + maxAgeMs);

type Allowed = { allowance: { left: number; at: number } };

// A bucket of a few renewals that refills by one a second.
const allowanceOf = ({ allowance: { left, at } }: Allowed, now: number): number =>
  Math.min(BURST, left + (now - at) / PACE_MS);

function spend(entry: Allowed, now: number): boolean {
  const filled = allowanceOf(entry, now);
  entry.allowance = { left: filled < 1 ? filled : filled - 1, at: now };
  return filled >= 1;
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limitMs} ms`)), limitMs);
  });
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
