import { categoryName } from '@/src/shared';

type Props = { categories: [code: string, count: number][]; colours: number };

/** Which colour is which category, and what size tells. */
export function MapLegend({ categories, colours }: Props) {
  const rest = categories.slice(colours).reduce((sum, [, count]) => sum + count, 0);
  return (
    <aside aria-label="How to read the map" className="map-legend">
      <ul>
        {categories.slice(0, colours).map(([code, count], at) => (
          <li key={code}>
            <Swatch hue={at + 1} />
            <span>{code === '' ? 'No category yet' : categoryName(code)}</span>
            <span className="map-count">{count}</span>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Swatch hue={0} />
            <span>Others</span>
            <span className="map-count">{rest}</span>
          </li>
        )}
      </ul>
      <p className="text-sm text-quiet">
        Colour is the primary category, size the votes. The axes mean nothing; nearness does.{' '}
        <span className="scripted-only">
          Point at a paper to read it, or walk with the arrow keys and open with Enter.
        </span>
      </p>
    </aside>
  );
}

const Swatch = ({ hue }: { hue: number }) => (
  <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="7" className={`map-star hue-${hue}`} />
  </svg>
);
