/** The same list for other programs. `path` is its page's, with what the page's query asks. */
export const TakeAway = ({ path }: { path: string }) => {
  const [own, query] = path.split('?');
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <li>
        <a href={`/feeds/atom${path}`} type="application/atom+xml" className="underline underline-offset-3">
          Feed
        </a>
      </li>
      <li>
        <a href={`/cite${path}`} className="underline underline-offset-3">
          Citations
        </a>
      </li>
      <li>
        <a href={`${own}.md${query ? `?${query}` : ''}`} type="text/markdown" className="underline underline-offset-3">
          Markdown
        </a>
      </li>
    </ul>
  );
};
