/** Stands above sample papers, so that nobody takes our summaries for the authors' words. */
export const SampleBanner = () => (
  <p className="notice mb-6">
    <strong className="font-semibold">Sample summaries</strong> written for the first start stand in for the abstracts
    here; real papers replace them as soon as arXiv can be reached.
  </p>
);
