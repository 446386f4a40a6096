import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { Refusal } from '@/components/refusal';
import { site } from '@/lib/next/site';

type Way = { href: string; label: string };

/** By refusal code: the heading, and the status our server answers with. */
const HEADINGS: Record<string, { heading: string; status: 400 | 403 | 404 | 500 }> = {
  'bad-day': { heading: 'No such day', status: 404 },
  'bad-week': { heading: 'No such week', status: 404 },
  'bad-month': { heading: 'No such month', status: 404 },
  'too-early': { heading: 'Before our time', status: 404 },
  'too-late': { heading: 'Not printed yet', status: 404 },
  'bad-query': { heading: 'No such list', status: 400 },
  'no-such-page': { heading: 'No such page', status: 404 },
  'no-such-author': { heading: 'No such author', status: 404 },
  'no-such-category': { heading: 'No such category', status: 404 },
  'no-such-person': { heading: 'Nobody of that name', status: 404 },
  'no-such-paper': { heading: 'Not in this paper', status: 404 },
  'no-such-comment': { heading: 'No such comment', status: 404 },
  'no-such-item': { heading: 'Not here', status: 404 },
  'not-yours': { heading: 'Not yours', status: 403 },
  'not-allowed': { heading: 'For moderators', status: 403 },
  'comments-off': { heading: 'No discussion here', status: 404 },
  'not-an-id': { heading: 'Not a paper', status: 404 },
  failed: { heading: 'The press has stopped', status: 500 },
};

const LATEST: Way = { href: '/papers', label: 'Read the latest day' };

type Props = { refusal: { code: string; message: string }; ways?: Way[] };

/** A whole page for a refusal: what was wrong, in a sentence, and ways out. */
export function Refused({ refusal, ways = [] }: Props) {
  const { heading, status } = HEADINGS[refusal.code] ?? { heading: 'Not in this paper', status: 404 };
  const { name, baseUrl } = site();
  return (
    <PageFrame siteName={name}>
      <PageMeta site={{ name, baseUrl }} title={heading} description={refusal.message} />
      <Refusal status={status} heading={heading} sentence={refusal.message} ways={[...ways, LATEST]} />
    </PageFrame>
  );
}

/** Stands in for a page whose reads failed. */
export const failed = () => (
  <Refused
    refusal={{
      code: 'failed',
      message: 'Something broke while this page was made. It has been noted; please try again in a minute.',
    }}
    ways={[{ href: '/status', label: 'See the status' }]}
  />
);
