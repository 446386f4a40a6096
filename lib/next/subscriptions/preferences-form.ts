import { canonicalZone, type PreferencesInput } from '@/src/subscriptions';

/** Preferences as our forms send them. A zone that only the browser guessed and we do not know is as good as none. */
export const preferencesIn = (form: URLSearchParams): PreferencesInput => ({
  cadence: form.get('cadence'),
  weekday: form.get('weekday'),
  hour: form.get('hour'),
  zone: form.get('zone') || canonicalZone(form.get('guessedZone') ?? ''),
  categories: form.getAll('category'),
  include: form.get('include'),
  exclude: form.get('exclude'),
  papers: form.get('papers'),
});
