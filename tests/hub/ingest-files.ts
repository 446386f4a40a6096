import { openIngestDatabase } from '@/lib/db/ingest-database';
import { renderInline } from '@/lib/jobs/render-inline';
import { fileSource } from '@/lib/sources/file-source';
import { ingestSource } from '@/src/ingest';

/** Takes files in as `npm run ingest -- file` does. */
export async function ingestFiles(databaseUrl: string, paths: readonly string[]): Promise<void> {
  const database = openIngestDatabase(databaseUrl, renderInline);
  try {
    await ingestSource({
      source: fileSource(paths, { total: 0 }),
      store: database.store,
      arguments: {},
      wanted: () => true,
      dryRun: false,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
  } finally {
    await database.close();
  }
}
