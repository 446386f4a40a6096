export type PageMetaProps = {
  site: { name: string; baseUrl: string };
  /** Without the site's name, which is added. */
  title: string;
  description: string;
  /** The page's one address, as a path with its query. Absent on pages that are not to be found by search engines. */
  canonical?: string;
  image?: { path: string; alt: string };
  type?: 'website' | 'article';
  /** The list whose feed belongs to the page, as a path with its query. */
  feed?: string;
  /** The page as Markdown, where that is not its feed's list. */
  markdown?: string;
};

const FEEDS = [
  ['atom', 'application/atom+xml', 'Atom'],
  ['rss', 'application/rss+xml', 'RSS'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const;

const markdownOf = (list: string): string => list.replace(/(\?|$)/, '.md$1');

/** A page's head. React moves these tags there. */
export function PageMeta({
  site,
  title,
  description,
  canonical,
  image,
  type = 'website',
  feed,
  markdown = feed && markdownOf(feed),
}: PageMetaProps) {
  const full = title === site.name ? title : `${title} · ${site.name}`;
  const url = canonical === undefined ? undefined : `${site.baseUrl}${canonical}`;
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={description} />
      {url === undefined ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={url} />}
      <meta property="og:site_name" content={site.name} />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {url !== undefined && <meta property="og:url" content={url} />}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
      <link rel="search" type="application/opensearchdescription+xml" title={site.name} href="/opensearch.xml" />
      {FEEDS.map(([format, mime, name]) => (
        <link
          key={format}
          rel="alternate"
          type={mime}
          title={`${site.name} (${name})`}
          href={`/feeds/${format}${feed ?? '/papers'}`}
        />
      ))}
      {markdown && <link rel="alternate" type="text/markdown" href={markdown} />}
      {image && (
        <>
          <meta property="og:image" content={`${site.baseUrl}${image.path}`} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={image.alt} />
        </>
      )}
    </>
  );
}
