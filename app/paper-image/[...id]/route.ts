import { dayInWords } from '@/components/dates';
import { paperImage } from '@/lib/next/paper-image/paper-image';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import type { Detail } from '@/src/feed';
import { parsePaperId } from '@/src/papers';
import { categoryName, utcDayOf } from '@/src/shared';

const byline = ({ authors }: Detail): string => {
  const named = authors.slice(0, 3).map(({ name }) => name);
  return authors.length > named.length
    ? `${named.join(', ')} and ${authors.length - named.length} more`
    : named.join(', ');
};

/** `/papers/{id}/opengraph-image`, by a rewrite: a route below a page of `[...id]` cannot be. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string[] }> }): Promise<Response> {
  const id = parsePaperId((await params).id.join('/'));
  const paper = id.ok ? await reads.paper(id.value) : id;
  if (!paper.ok) return Response.json({ error: paper.refusal.message }, { status: 404 });
  const { titleText, primaryCategory, publishedAt } = paper.value;
  const published = dayInWords(utcDayOf(publishedAt), { form: 'long' });
  return paperImage({
    siteName: site().name,
    title: titleText,
    authors: byline(paper.value),
    footer: `${categoryName(primaryCategory)} · ${published}`,
  });
}
