import type { Candidate, Chosen, Claimed, DeliveryStore, MailCard, MailFrame, Story, Window } from '@/src/digest';
import { chooser, mailCard, mailFrame } from '@/src/digest';
import type { PaperId } from '@/src/papers';
import { paperUrls } from '@/src/papers';
import { paperPath } from '@/src/shared';

type Site = { name: string; baseUrl: string };
type Reader = NonNullable<Claimed['reader']>;
type Request = { window: Window; taste: Reader };

/** What an edition's mails are made of, kept as long as it is sent. */
type Desk = {
  frame(edition: Claimed['edition']): MailFrame;
  /** Chooses for each reader, in their order. */
  choose(requests: readonly Request[]): Promise<Chosen<Candidate>[]>;
  /** Cards of papers for an edition, each rendered once. */
  cards(edition: Claimed['edition'], ids: readonly PaperId[]): Promise<Map<PaperId, MailCard>>;
};

type Stock = { from: Date; words: boolean; choose: ReturnType<typeof chooser<Candidate>> };

/** Windows and editions of which the papers are kept at the same time. */
const KEPT_WINDOWS = 4;
const KEPT_EDITIONS = 4;

const wantsWords = ({ includeWords, excludeWords }: Reader): boolean => includeWords.length + excludeWords.length > 0;

/** Chooses and renders for many readers, and reads each paper once. */
export function editorsDesk(store: Pick<DeliveryStore, 'candidates' | 'stories'>, site: Site): Desk {
  const stocks = new Map<number, Stock>();
  const frames = new Map<number, MailFrame>();
  const rendered = new Map<number, Map<PaperId, MailCard>>();

  // Windows that were cut together end together; their beginnings lie within the earliest.
  const stockFor = async (to: Date, requests: readonly Request[]): Promise<Stock> => {
    const from = new Date(Math.min(...requests.map(({ window }) => window.from.getTime())));
    const words = requests.some(({ taste }) => wantsWords(taste));
    const known = stocks.get(to.getTime());
    if (known && known.from <= from && (known.words || !words)) return known;
    const wider = { from: known && known.from < from ? known.from : from, words: words || (known?.words ?? false) };
    const candidates = await store.candidates({ from: wider.from, to }, { words: wider.words });
    const fresh = { ...wider, choose: chooser(candidates) };
    keep(stocks, to.getTime(), { value: fresh, most: KEPT_WINDOWS });
    return fresh;
  };

  return {
    frame(edition) {
      const known = frames.get(edition.id) ?? mailFrame(site, edition);
      keep(frames, edition.id, { value: known, most: KEPT_EDITIONS });
      return known;
    },

    async choose(requests) {
      const ends = new Map<number, Request[]>();
      for (const request of requests) {
        const end = request.window.to.getTime();
        ends.set(end, [...(ends.get(end) ?? []), request]);
      }
      const ready = new Map<number, Stock>();
      for (const [end, group] of ends) ready.set(end, await stockFor(new Date(end), group));
      return requests.map(({ window, taste }) => {
        const { categories, includeWords, excludeWords, papers } = taste;
        const stock = ready.get(window.to.getTime());
        return stock?.choose({ categories, includeWords, excludeWords, papers }, window) ?? { papers: [], matching: 0 };
      });
    },

    async cards(edition, ids) {
      const known = rendered.get(edition.id) ?? new Map<PaperId, MailCard>();
      keep(rendered, edition.id, { value: known, most: KEPT_EDITIONS });
      const missing = [...new Set(ids)].filter((id) => !known.has(id));
      for (const story of await store.stories(missing)) known.set(story.id, mailCard(withLinks(story, site)));
      return known;
    },
  };
}

function keep<K, V>(map: Map<K, V>, key: K, { value, most }: { value: V; most: number }): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
}

function withLinks(story: Omit<Story, 'links'>, { baseUrl }: Site): Story {
  const { abs, pdf } = paperUrls(story.id);
  return { ...story, links: { page: `${baseUrl}${paperPath(story.id)}`, abstract: abs, pdf } };
}
