import { readFile } from 'node:fs/promises';
import { readSampleEdition, type Source } from '@/src/ingest';

const EDITION = new URL('../../prisma/sample/edition.json', import.meta.url);

/** The bundled sample edition, for a start that cannot reach arXiv. */
export const sampleSource: Source = {
  name: 'sample',
  async *events() {
    yield* readSampleEdition(JSON.parse(await readFile(EDITION, 'utf8')));
  },
};
