import type { Result, UtcDay } from '@/src/shared';
import { parseUtcDay } from '@/src/shared';
import { mapSteps } from './draw-map';
import { type AtlasStore, type Layout, type MapPaper, MOST_ON_MAP } from './paper-of-map';

type Tools = {
  store: AtlasStore;
  /** Called between the steps of a long calculation; may let others have the processor. */
  breathe: () => Promise<void> | undefined;
};

export type DayMap = { day: UtcDay; papers: MapPaper[]; total: number; layout: Layout };

/** The map of a day, drawn on first reading and kept until the day holds other papers. */
export async function readMap({ store, breathe }: Tools, text: string): Promise<Result<DayMap>> {
  const day = parseUtcDay(text);
  if (!day.ok) return day;
  const { papers, total } = await store.papers(day.value, MOST_ON_MAP);
  const kept = await store.kept(day.value, papers);
  if (kept) return { ok: true, value: { day: day.value, papers, total, layout: kept } };
  const steps = mapSteps(papers);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      if (papers.length > 0) await store.keep(day.value, papers, step.value);
      return { ok: true, value: { day: day.value, papers, total, layout: step.value } };
    }
    const rest = breathe();
    if (rest) await rest;
  }
}
