import type { ReactNode } from 'react';
import { Footer } from './footer';
import { LATEST_TABS, Masthead, type Tab, type TabLinks } from './masthead';

type Props = {
  siteName: string;
  tab?: Tab | null;
  tabLinks?: TabLinks;
  /** Whether the page lists papers, and so offers them by mail. */
  offersMail?: boolean;
  /** Stands beside the column from 1100px, after it below. */
  rail?: ReactNode;
  children: ReactNode;
};

/** The sheet that every page is printed on. */
export const PageFrame = ({
  siteName,
  tab = null,
  tabLinks = LATEST_TABS,
  offersMail = false,
  rail,
  children,
}: Props) => (
  <>
    <a href="#main" className="skip-link no-print">
      Skip to the papers
    </a>
    <Masthead siteName={siteName} tab={tab} links={tabLinks} offersMail={offersMail} />
    <div className={`sheet columns pt-7 mid:pt-9 ${rail ? 'with-rail' : ''}`}>
      <main id="main" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </main>
      {rail}
    </div>
    <Footer siteName={siteName} />
  </>
);
