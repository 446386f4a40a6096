import type { ReactNode } from 'react';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';

const TABS = [
  { path: '/settings', label: 'Profile' },
  { path: '/settings/digest', label: 'Digest' },
  { path: '/settings/sessions', label: 'Sessions' },
  { path: '/settings/tokens', label: 'API tokens' },
  { path: '/settings/webhooks', label: 'Webhooks' },
  { path: '/settings/data', label: 'Your data' },
] as const;

type Props = {
  site: { name: string; baseUrl: string };
  path: (typeof TABS)[number]['path'];
  handle: string;
  children: ReactNode;
};

/** The frame of the settings: who they are of, the way between them, and out. */
export function SettingsPage({ site, path, handle, children }: Props) {
  const label = TABS.find((tab) => tab.path === path)?.label ?? '';
  return (
    <PageFrame siteName={site.name}>
      <PageMeta
        site={site}
        title={`${label} · Settings`}
        description="What is kept of you here, and yours to change."
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="headline">Settings</h1>
        <div className="flex items-center gap-5 text-sm">
          <a href={`/people/${handle}`} className="font-medium py-1.5">
            @{handle}
          </a>
          <form method="post" action="/sign-out">
            <button type="submit" className="text-button">
              Sign out
            </button>
          </form>
        </div>
      </div>
      <nav aria-label="Settings" className="choices mt-3 mb-8 border-b border-rule pb-2">
        {TABS.map((tab) => (
          <a key={tab.path} href={tab.path} aria-current={tab.path === path ? 'page' : undefined}>
            {tab.label}
          </a>
        ))}
      </nav>
      {children}
    </PageFrame>
  );
}
