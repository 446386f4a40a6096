import type { ReactNode } from 'react';
import { counted } from '@/components/dates';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { DayMapDrawing } from '@/components/map/day-map-drawing';
import { MapLegend } from '@/components/map/map-legend';
import { MapList } from '@/components/map/map-list';
import { ASSETS } from '@/lib/next/assets';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { type DayMap, radiusOf } from '@/src/atlas';
import { periodOf } from '@/src/feed';
import { extract } from '@/src/papers';
import { dayPath, mapPath, utcDayOf } from '@/src/shared';
import { periodInWords } from './period-words';
import { Refused } from './refused';

const LONGEST_EXTRACT = 320;
/** Categories with a colour of their own; the rest share one. */
const COLOURS = 7;

/** The map of a day: its papers laid out by meaning, and the same as a list. */
export async function mapPage(text: string): Promise<ReactNode> {
  const map = await reads.dayMap(text);
  if (!map.ok) return <Refused refusal={map.refusal} />;
  return <MapSheet map={map.value} />;
}

const clipped = (text: string): string =>
  text.length <= LONGEST_EXTRACT ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST_EXTRACT))}…`;

function MapSheet({ map: { day, papers, total, layout } }: { map: DayMap }) {
  const words = periodInWords(periodOf('day', day), utcDayOf(reads.requestTime()));
  const counts = new Map<string, number>();
  for (const { primaryCategory } of papers) counts.set(primaryCategory, (counts.get(primaryCategory) ?? 0) + 1);
  const categories = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const coloured = categories.slice(0, COLOURS).map(([code]) => code);
  const hueOf = (code: string): number => coloured.indexOf(code) + 1;
  const places = new Map<string, DayMap['layout']['places'][number]>(layout.places.map((place) => [place.id, place]));
  const stars = papers.flatMap((paper) => {
    const place = places.get(paper.id);
    if (!place) return [];
    const hue = hueOf(paper.primaryCategory);
    return [{ ...paper, ...place, hue, radius: radiusOf(paper.votes), extract: clipped(extract(paper.abstractText)) }];
  });
  const shown = total > papers.length ? `the first ${papers.length} of ${total} papers` : counted(total, 'paper');
  return (
    <PageFrame siteName={site().name} tab="day">
      <PageMeta
        site={site()}
        title={`Map of ${words.label}`}
        description={`${shown} ${words.when}, laid out by meaning: ${layout.groups.flatMap((group) => group.words.slice(0, 1)).join(', ')}.`}
        canonical={mapPath(day)}
      />
      <MathFonts html={stars.map(({ titleHtml }) => titleHtml)} fonts={ASSETS.mathFonts} />
      <script src={ASSETS.map} type="module" async />
      <h1 className="headline">{words.title}, on a map</h1>
      <p className="mt-2 mb-4 text-[0.9375rem] text-quiet">
        {stars.length === 0
          ? 'No papers were shown on this day.'
          : `${shown[0]?.toUpperCase()}${shown.slice(1)} by meaning: what stands near is about the same.`}{' '}
        <a href={dayPath(day)} className="text-ink underline underline-offset-3">
          The day as a list
        </a>
      </p>
      {stars.length > 0 && (
        <>
          <div className="map-room">
            <DayMapDrawing stars={stars} groups={layout.groups} label={`Map of ${words.label}`} />
            <MapLegend categories={categories} colours={COLOURS} />
            <div className="map-card" data-map-card aria-live="polite" hidden />
          </div>
          <MapList stars={stars} groups={layout.groups} />
        </>
      )}
    </PageFrame>
  );
}
