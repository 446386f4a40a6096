const TABS = [
  { path: '/saved', label: 'Papers' },
  { path: '/saved/searches', label: 'Searches' },
  { path: '/saved/import', label: 'Import' },
] as const;

/** The way between what a reader keeps. */
export const SavedTabs = ({ path }: { path: (typeof TABS)[number]['path'] }) => (
  <>
    <h1 className="headline">Saved</h1>
    <nav aria-label="Saved" className="choices mt-3 mb-6 border-b border-rule pb-2">
      {TABS.map((tab) => (
        <a key={tab.path} href={tab.path} aria-current={tab.path === path ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  </>
);
