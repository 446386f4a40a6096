import { SEARCH_PATH, TRENDING_PATH } from '@/src/shared';
import { DarkIcon, KeyboardIcon, LightIcon, SystemIcon } from '../icons';
import { SearchForm } from '../search/search-form';
import { SubscribeStrip } from '../subscribe/subscribe-strip';
import { ViewerSlot } from './viewer-slot';

export type Tab = 'day' | 'week' | 'month' | 'trending' | 'search';

/** Where the tabs lead: from a day to its own week and month, from elsewhere to the latest. */
export type TabLinks = { day: string; week: string; month: string };

export const LATEST_TABS: TabLinks = { day: '/papers', week: '/papers/week', month: '/papers/month' };

type Props = { siteName: string; tab: Tab | null; links: TabLinks; offersMail: boolean };

export function Masthead({ siteName, tab, links, offersMail }: Props) {
  const tabs = [
    { tab: 'day', label: 'Day', href: links.day },
    { tab: 'week', label: 'Week', href: links.week },
    { tab: 'month', label: 'Month', href: links.month },
    { tab: 'trending', label: 'Trending', href: TRENDING_PATH },
    { tab: 'search', label: 'Search', href: SEARCH_PATH },
  ] as const;
  return (
    <header className="sheet">
      <div className="grid grid-cols-[1fr_auto] items-center py-4 mid:grid-cols-[1fr_auto_1fr] mid:pt-7 mid:pb-6">
        {tab !== 'search' && (
          <div className="no-print max-wide:hidden wide:col-start-1 wide:row-start-1">
            <SearchForm text="" small />
          </div>
        )}
        <a href="/" className="nameplate mid:col-start-2 mid:row-start-1 hover:no-underline">
          {siteName}
        </a>
        <div className="no-print -mr-2 flex justify-end mid:col-start-3">
          <button
            type="button"
            className="icon-button scripted-only max-mid:hidden"
            data-shortcuts
            aria-label="Keys"
            title="Keys (?)"
          >
            <KeyboardIcon />
          </button>
          <button type="button" className="icon-button scripted-only" data-theme-switch="system" aria-label="Colours">
            <SystemIcon />
            <LightIcon />
            <DarkIcon />
          </button>
          <a href="/papers/submit" className="viewer-slot max-mid:hidden">
            Submit
          </a>
          <ViewerSlot />
        </div>
      </div>
      <nav aria-label="Papers by" className="tabs">
        {tabs.map((entry) => (
          <a
            key={entry.tab}
            href={entry.href}
            className="tab"
            data-label={entry.label}
            aria-current={entry.tab === tab ? 'page' : undefined}
          >
            {entry.label}
          </a>
        ))}
      </nav>
      {offersMail && <SubscribeStrip />}
    </header>
  );
}
