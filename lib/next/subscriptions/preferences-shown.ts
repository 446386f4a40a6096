import { env } from '@/lib/env';
import {
  DEFAULT_PREFERENCES,
  FEWEST_PAPERS,
  formerZoneName,
  MOST_PAPERS,
  type Preferences,
  zoneNames,
} from '@/src/subscriptions';

/** What the form of preferences offers to choose from. */
export const offer = () => ({
  categories: env().ARXIV_CATEGORIES,
  zones: zoneNames().map((name) => ({ name, former: formerZoneName(name) })),
  fewest: FEWEST_PAPERS,
  most: MOST_PAPERS,
});

/** Preferences as the form shows them, with what was typed before in their place. */
export function shownPreferences(kept: Preferences = DEFAULT_PREFERENCES, typed = new URLSearchParams()) {
  const { papers, includeWords, excludeWords, ...rest } = kept;
  const shown = { ...rest, papers: String(papers), include: includeWords.join(', '), exclude: excludeWords.join(', ') };
  if (!typed.has('papers')) return shown;
  const cadence = (['daily', 'weekdays', 'weekly'] as const).find((known) => known === typed.get('cadence'));
  return {
    cadence: cadence ?? shown.cadence,
    weekday: Number(typed.get('weekday')) || shown.weekday,
    hour: Number(typed.get('hour') ?? shown.hour) || 0,
    zone: typed.get('zone') ?? shown.zone,
    categories: typed.getAll('category'),
    include: typed.get('include') ?? '',
    exclude: typed.get('exclude') ?? '',
    papers: typed.get('papers') ?? shown.papers,
  };
}
