import type postgres from 'postgres';
import { eachIndexRow } from '@/lib/db/search/index-rows';
import { BUILT_IN_SOURCE } from '@/lib/db/search/vector-source';
import { builtInModel } from '@/lib/search/built-in-model';
import { type IndexedPaper, readWords, SearchIndex, searchMemory } from '@/src/search';
import { heading } from '../report';
import { plainRequest } from './questions';
import { tell, timed } from './timings';

const SIZES = [10_000, 30_000, 60_000, 120_000, 1_000_000];

/** The same questions of ever more papers; beyond those that are stored they are repeated, with vectors a little turned. */
export async function benchGrowth(sql: postgres.Sql, questions: readonly string[]): Promise<void> {
  heading('Growth, the index alone');
  const papers: IndexedPaper[] = [];
  await eachIndexRow(sql, BUILT_IN_SOURCE, (paper) => {
    papers.push({ ...paper, terms: paper.terms.slice(), vector: paper.vector.slice() });
  });
  const model = builtInModel();
  for (const size of SIZES) {
    if (papers.length === 0) return;
    const index = indexOf(papers, size);
    const ask = (text: string): unknown => {
      const words = readWords(index, text);
      const meaning = model.encode(words.text);
      return searchMemory(index, plainRequest(text), { words, meaning, elsewhere: { only: null, without: null } });
    };
    await timed(questions.slice(0, 50), ask);
    const kind = size > papers.length ? ' (synthetic)' : '';
    const each = Math.round(index.bytes / index.papers);
    tell(`${size.toLocaleString('en')} papers${kind}, ${each} bytes each`, await timed(questions, ask));
  }
}

function indexOf(papers: readonly IndexedPaper[], size: number): SearchIndex {
  const index = new SearchIndex(papers[0]?.vector.length ?? 0, size);
  for (let number = 0; number < size; number++) {
    const paper = papers[number % papers.length] as IndexedPaper;
    const round = Math.floor(number / papers.length);
    const turned =
      round === 0 ? paper.vector : paper.vector.map((value, at) => ((at + round) % 9 === 0 ? -value : value));
    index.put(round === 0 ? paper : { ...paper, id: `${paper.id}-${round}`, vector: turned });
  }
  index.seal();
  return index;
}
