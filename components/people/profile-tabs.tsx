const TABS = [
  { list: 'submitted', label: 'Submitted' },
  { list: 'upvoted', label: 'Upvoted' },
  { list: 'said', label: 'Said' },
] as const;

/** The way between the lists of a profile. */
export const ProfileTabs = ({ path, list }: { path: string; list: string }) => (
  <nav aria-label="What they did" className="choices mt-8 border-b border-rule pb-2">
    {TABS.map((tab) => (
      <a key={tab.list} href={`${path}?list=${tab.list}`} aria-current={tab.list === list ? 'page' : undefined}>
        {tab.label}
      </a>
    ))}
  </nav>
);
