import type { Source, SourceEvent } from '@/src/ingest';
import type { PoliteFetch } from './polite-fetch';
import { readXmlAnswer } from './read-xml-answer';

export type FeedSource = {
  fetch: PoliteFetch;
  baseUrl: string;
  categories: readonly string[];
  /** Told of each category's answer, also of an empty one. */
  onRead?: (category: string, announced: boolean) => void;
};

/** arXiv's announcement feeds, one a category: the exact list of its day, and the papers on it. */
export function feedSource({ fetch, baseUrl, categories, onRead }: FeedSource): Source {
  return {
    name: 'arxiv-feed',
    async *events(signal) {
      for (const [index, category] of categories.entries()) {
        if (signal.aborted) return;
        const { body } = await fetch(`${baseUrl}/rss/${encodeURIComponent(category)}`, {
          accept: 'application/rss+xml, application/atom+xml, application/xml',
          signal,
        });
        const { events } = readXmlAnswer(body, `feed ${category}`);
        yield* events.map((event) => ofCategory(event, category));
        onRead?.(
          category,
          events.some(({ kind }) => kind === 'announcement'),
        );
        yield { kind: 'progress', done: index + 1, total: categories.length, unit: 'requests' };
      }
    },
  };
}

// A feed that was moved or renamed must not pass for another's.
function ofCategory(event: SourceEvent, category: string): SourceEvent {
  if (event.kind !== 'announcement' || event.announcement.category === category) return event;
  return {
    kind: 'warning',
    message: `The feed of ${category} calls itself ${event.announcement.category}; its counts are not kept.`,
  };
}
