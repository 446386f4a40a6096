import type { Reply, Route } from '../setup/replay-server';

// Answers of arXiv and a Hub in miniature, with invented papers.

export const rssFeed = (
  category: string,
  day: string,
  items: { id: string; type: string; title?: string }[],
): Reply => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<?xml version="1.0"?><rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>${category} updates on arXiv.org</title><pubDate>${day}</pubDate>${items
      .map(
        ({
          id,
          type,
          title = `Folding ${id}`,
        }) => `<item><title>${title}</title><description>arXiv:${id}v1 Announce Type: ${type} \nAbstract: We fold ${id}.</description>
    <category>${category}</category><pubDate>${day}</pubDate><arxiv:announce_type>${type}</arxiv:announce_type><dc:creator>Ada Quill</dc:creator></item>`,
      )
      .join('')}</channel></rss>`,
});

export const oaiPage = (
  ids: string[],
  { token, title = 'Harvested' }: { token?: string; title?: string } = {},
): Reply => ({
  body: `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-14T05:00:00Z</responseDate><ListRecords>${ids
    .map(
      (
        id,
      ) => `<record><header><identifier>oai:arXiv.org:${id}</identifier><datestamp>2026-01-13</datestamp></header><metadata><arXivRaw xmlns="r">
    <version version="v1"><date>Mon, 12 Jan 2026 12:00:00 GMT</date><size>9kb</size></version><title>${title} ${id}</title><authors>Ada Quill, Bo Marsh</authors>
    <categories>cs.CL</categories><abstract>We harvest ${id}.</abstract></arXivRaw></metadata></record>`,
    )
    .join(
      '',
    )}${token ? `<resumptionToken expires="2099-01-01T00:00:00Z">${token}</resumptionToken>` : ''}</ListRecords></OAI-PMH>`,
});

export const apiFeed = (ids: string[], published = '2026-01-12T12:00:00Z'): Reply => ({
  body: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><updated>2026-01-14T00:00:00Z</updated>${ids
    .map(
      (
        id,
      ) => `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Asked for ${id}</title><updated>2026-01-12T12:00:00Z</updated><summary>We answer.</summary>
    <category term="cs.CL"/><published>${published}</published><arxiv:primary_category term="cs.CL"/><author><name>Ada Quill</name></author></entry>`,
    )
    .join('')}</feed>`,
});

/** Answers an API request with the papers that it asks for, but for those that it is not to know. */
export const apiKnowing =
  (known: (id: string) => boolean): Route =>
  (seen) =>
    apiFeed((seen.url.searchParams.get('id_list') ?? '').split(',').filter((id) => id !== '' && known(id)));

export const hubList = (items: { id: string; upvotes: number }[]): Reply => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(
    items.map(({ id, upvotes }) => ({
      paper: {
        id,
        authors: [{ name: 'Ada Quill' }],
        publishedAt: '2026-01-12T00:00:00.000Z',
        title: `Picked ${id}`,
        summary: 'We pick.',
        upvotes,
      },
      numComments: 1,
      submittedBy: { user: 'ada' },
    })),
  ),
});
