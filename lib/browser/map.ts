import { type Direction, nearest, nextIn, type Spot } from './map-walk';

const REACH = 45;
const ARROWS: Record<string, Direction> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map of a day: pointing at a paper, or walking to it with the arrow keys, shows its card; a click or Enter opens it. */
function enhanceMap(map: HTMLElement): void {
  const svg = map.querySelector<SVGSVGElement>('svg');
  const card = document.querySelector<HTMLElement>('[data-map-card]');
  const ring = map.querySelector<SVGCircleElement>('[data-here]');
  if (svg === null || card === null || ring === null) return;
  const links = [...svg.querySelectorAll<SVGAElement>('a[data-star]')];
  const spots = links.map((link): Spot => {
    const circle = link.querySelector('circle');
    return {
      x: Number(circle?.getAttribute('cx')),
      y: Number(circle?.getAttribute('cy')),
      r: Number(circle?.getAttribute('r')),
    };
  });
  if (spots.length === 0) return;
  const entries = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-entry]')].map((entry) => [entry.dataset['entry'], entry]),
  );
  let here = -1;

  const select = (at: number): void => {
    const spot = spots[at];
    const entry = entries.get(links[at]?.dataset['star']);
    if (at === here || spot === undefined || entry === undefined) return;
    here = at;
    ring.setAttribute('cx', String(spot.x));
    ring.setAttribute('cy', String(spot.y));
    ring.setAttribute('r', String(spot.r + 5));
    card.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    card.hidden = false;
  };
  const clear = (): void => {
    here = -1;
    ring.setAttribute('r', '0');
    card.hidden = true;
  };
  const open = (at: number): void => {
    const href = links[at]?.getAttribute('href');
    if (href) location.assign(href);
  };
  const under = (event: MouseEvent): number => {
    const box = svg.getBoundingClientRect();
    const scale = 1000 / box.width;
    const point = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
    return nearest(spots, point, Math.max(REACH, 22 * scale));
  };

  map.tabIndex = 0;
  map.setAttribute('role', 'application');
  map.setAttribute('aria-label', `${map.dataset['label']}: arrow keys walk from paper to paper, Enter opens`);
  svg.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const at = under(event);
    if (at >= 0) select(at);
  });
  svg.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = under(event);
    const touched = (event as PointerEvent).pointerType === 'touch';
    event.preventDefault();
    if (at < 0) clear();
    // A finger first reads, then opens.
    else if (touched && at !== here) select(at);
    else open(at);
  });
  map.addEventListener('keydown', (event) => {
    if (event.target !== map || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    if (direction) select(here < 0 ? 0 : nextIn(spots, here, direction));
    else if (event.key === 'Enter' && here >= 0) open(here);
    else if (event.key === 'Home') select(0);
    else if (event.key === 'Escape' && here >= 0) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function enhance(): void {
  const map = document.querySelector<HTMLElement>('[data-map]');
  if (map) enhanceMap(map);
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', enhance, { once: true });
else enhance();
