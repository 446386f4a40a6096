import type { UtcDay } from '@/src/shared';
import { type AnnouncedPaper, type Announcement, summariseAnnouncement } from '../announcement';
import type { AnnounceType, ListingFacts, PaperFacts } from '../paper-facts';
import type { SourceEvent } from '../source';
import { arxivId } from './arxiv-id';
import { splitAuthors } from './author-list';
import { monthOfId, startOfDay, writtenDay } from './dates';
import { present, rejected } from './format-reader';
import { announceType } from './listing';
import { oneLine, optionalLine, paragraphs } from './text';
import { child, childrenOf, childText, type XmlElement } from './xml-reader';

const HEAD = /^\s*arXiv:(\S+)\s+Announce Type:\s*(\S+)\s*(?:Abstract:)?\s*/;

/**
 * Collects one announcement feed of rss.arxiv.org, RSS 2.0 or Atom: the papers of its day as they come, and at the end what
 * was announced. An empty feed is an announcement too: of nothing, on the day that it bears.
 */
export function createAnnouncementFeed() {
  const announced: (AnnouncedPaper & { day: UtcDay })[] = [];
  let category: string | undefined;
  let feedDay: UtcDay | undefined;

  return {
    isAnnouncement: (item: XmlElement): boolean =>
      child(item, 'announce_type') !== undefined || HEAD.test(bodyOf(item)),

    read(item: XmlElement, place: string): SourceEvent {
      const head = HEAD.exec(bodyOf(item));
      const reference = arxivId(head?.[1] ?? childText(item, 'guid') ?? childText(item, 'id'));
      if (!reference.ok) return rejected(place, `the item has no arXiv id: ${reference.refusal.message}`);
      const type = announceType(childText(item, 'announce_type') ?? head?.[2]);
      const { id, version } = reference.value;
      if (!type) return rejected(place, 'the item does not say how it is announced', id);
      const day = writtenDay(childText(item, 'pubDate') ?? childText(item, 'published')) ?? feedDay;
      if (!day) return rejected(place, 'neither the item nor the feed says of which day it is', id);
      announced.push({ id, type, day });
      const facts = itemFacts(item, { id, version, day, type });
      const own = category === undefined ? (facts.categories ?? []) : [category];
      const listing: ListingFacts = { day, announced: type, categories: own, source: 'feed' };
      return { kind: 'paper', record: { place, facts, listings: [listing] } };
    },

    /** Heads of the feed: `<title>cs.AI updates on arXiv.org</title>`, `<pubDate>` or `<updated>`. */
    head(leaf: XmlElement): void {
      if (leaf.name === 'title') category = /^(\S+) updates on/.exec(leaf.text.trim())?.[1] ?? category;
      if (leaf.name === 'pubDate') feedDay = writtenDay(leaf.text);
      if (leaf.name === 'updated') feedDay ??= writtenDay(leaf.text);
    },

    announcement(): Announcement | undefined {
      const days = announced.map(({ day }) => day).sort();
      const day = days.at(-1) ?? feedDay;
      if (day === undefined || category === undefined || !/^[a-z-]+(\.[A-Za-z-]+)?$/.test(category)) return undefined;
      return summariseAnnouncement(
        { source: 'arxiv', day, category },
        announced.filter((paper) => paper.day === day),
      );
    },
  };
}

const bodyOf = (item: XmlElement): string => childText(item, 'description') ?? childText(item, 'summary') ?? '';

function itemFacts(
  item: XmlElement,
  { id, version, day, type }: { id: PaperFacts['id']; version: number | undefined; day: UtcDay; type: AnnounceType },
): PaperFacts {
  const categories = childrenOf(item, 'category')
    .map((element) => element.attributes['term'] ?? element.text.trim())
    .filter(Boolean);
  return {
    ...present({
      primaryCategory: categories[0],
      latestVersion: version,
      doi: optionalLine(childText(item, 'DOI')),
      journalRef: optionalLine(childText(item, 'journal_reference')),
      license: optionalLine(childText(item, 'rights')),
    }),
    id,
    kind: 'announcement-feed',
    title: oneLine(childText(item, 'title') ?? ''),
    abstract: paragraphs(bodyOf(item).replace(HEAD, '')),
    authors: splitAuthors(childText(item, 'creator') ?? ''),
    categories,
    // Only a new paper is sure to be of these days; of others the id tells the month.
    published: type === 'new' ? { at: startOfDay(day), precision: 'announced' } : monthOfId(id),
    asOf: day,
  };
}
