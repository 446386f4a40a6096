import { ARXIV_THANKS } from './thanks';

export const Footer = ({ siteName }: { siteName: string }) => (
  <footer className="sheet mt-16 pb-10">
    <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 border-t border-ink pt-4 text-sm text-quiet">
      <p className="max-w-[34rem]">{ARXIV_THANKS}</p>
      <nav aria-label={`About ${siteName}`} className="no-print flex flex-wrap gap-x-5 font-medium text-ink">
        <a href="/about" className="py-1">
          About
        </a>
        <a href="/feeds/atom/papers" type="application/atom+xml" className="py-1">
          Feed
        </a>
        <a href="/api" className="py-1">
          API
        </a>
        <a href="/papers/submit" className="py-1">
          Submit
        </a>
        <a href="/moderation" className="py-1">
          Moderation
        </a>
        <a href="/status" className="py-1">
          Status
        </a>
      </nav>
    </div>
  </footer>
);
