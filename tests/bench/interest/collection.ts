import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Example, WantedEvent } from '@/src/recommend';
import type { UtcDay } from '@/src/shared';
import { sharedData } from '../../setup/shared-data';

const FIRST_DAY = '2025-03-01';

const hubDay = z.array(
  z.object({ paper: z.object({ id: z.string(), authors: z.array(z.object({ name: z.string() })) }) }),
);

const line = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  primary_category: z.string(),
  comment: z.string().nullable(),
  announced: z.string().nullable(),
});

/**
 * The recorded days as examples. A paper counts as wanted when the Hub ever picked it. Both kinds come from the same records of
 * one file, and only those that arXiv announced: the Hub's own fields, which only picked papers have, are never looked at.
 * Before March 2025 the file holds hardly anything but picked papers, so those months give known authors and no examples.
 */
export async function interestCollection(): Promise<{ examples: Example[]; events: WantedEvent[] }> {
  const [papers, picks] = [sharedData('arxiv', 'papers.jsonl.gz'), sharedData('hub-daily')];
  if (papers === undefined || picks === undefined) throw new Error('The recorded data are not beside the repository.');
  const picked = new Map<string, WantedEvent>();
  for (const file of readdirSync(picks).sort()) {
    if (!file.endsWith('.json.gz')) continue;
    const day = file.slice(0, 10) as UtcDay;
    for (const { paper } of hubDay.parse(JSON.parse(gunzipSync(readFileSync(join(picks, file))).toString())))
      if (!picked.has(paper.id)) picked.set(paper.id, { day, authors: paper.authors.map(({ name }) => name) });
  }
  const examples: Example[] = [];
  for await (const text of createInterface({ input: createReadStream(papers).pipe(createGunzip()) })) {
    const { id, title, abstract, authors, categories, primary_category, comment, announced } = line.parse(
      JSON.parse(text),
    );
    if (announced === null || announced < FIRST_DAY) continue;
    const day = announced as UtcDay;
    const pick = picked.get(id);
    // A few were picked before arXiv announced them; nobody may learn from a paper about itself.
    if (pick && pick.day < day) picked.set(id, { ...pick, day });
    const paper = {
      title,
      abstract,
      authors,
      categories,
      comment: comment ?? undefined,
      primaryCategory: primary_category,
    };
    examples.push({ paper, day, wanted: pick !== undefined });
  }
  return { examples, events: [...picked.values()] };
}
