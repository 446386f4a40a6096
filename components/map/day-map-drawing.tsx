import type { Group } from '@/src/atlas';
import { paperPath } from '@/src/shared';
import type { Star } from './star';

type Props = { stars: Star[]; groups: Group[]; label: string };

const SIZE = 1000;

/** A small day gets a wider coast, so that its papers do not stand alone in the sea. */
const sizeOf = (papers: number): string => (papers < 60 ? 'map-small' : papers < 200 ? 'map-middling' : '');

/**
 * The drawing. Its links work by themselves, but are hidden from screen readers and the tab key, which have the list below and,
 * with the script, the arrows. The land is one path of points without length, drawn with round ends of several widths.
 */
export function DayMapDrawing({ stars, groups, label }: Props) {
  const land = stars.map(({ x, y }) => `M${x} ${y}h0`).join('');
  return (
    <div className="map" data-map data-label={label}>
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        className={`map-sheet ${sizeOf(stars.length)}`}
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <path id="land" d={land} />
        </defs>
        <use href="#land" className="map-coast-3" />
        <use href="#land" className="map-sea-3" />
        <use href="#land" className="map-coast-2" />
        <use href="#land" className="map-sea-2" />
        <use href="#land" className="map-coast-1" />
        <use href="#land" className="map-land" />
        <g>
          {stars.map(({ id, x, y, hue, radius }) => (
            <a key={id} href={paperPath(id)} tabIndex={-1} data-star={id}>
              <circle cx={x} cy={y} r={Math.round(radius * 10) / 10} className={`map-star hue-${hue}`} />
            </a>
          ))}
        </g>
        <circle className="map-here" data-here r="0" />
        <g className="map-names">
          {groups.map(({ words, x, y }) => (
            <text key={words.join()} x={x} y={y} textAnchor="middle">
              {words.slice(0, 2).map((word, line) => (
                <tspan key={word} x={x} dy={line === 0 ? 0 : '1.12em'}>
                  {word}
                </tspan>
              ))}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
}
