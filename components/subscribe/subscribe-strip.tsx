/** The slim line under the masthead of pages that list papers. */
export const SubscribeStrip = () => (
  <p className="subscribe-strip no-print">
    Get trending papers in your inbox <span aria-hidden="true">·</span> <a href="/subscribe">Subscribe</a>
  </p>
);
