import { beforeEach, describe, expect, test } from 'vitest';
import { ingestStore } from '@/lib/db/ingest-store';
import { backfillSearch } from '@/lib/db/search/backfill';
import { readVectors } from '@/lib/db/search/read-vectors';
import { renderInline } from '@/lib/jobs/render-inline';
import { builtInModel } from '@/lib/search/built-in-model';
import { prepareSearch } from '@/lib/search/prepare-search';
import { packVector } from '@/src/search';
import { someRecord } from '../factories/ingest-record';
import { testDatabase } from '../setup/test-database';

const { sql, empty } = await testDatabase();
const store = ingestStore({ sql, render: renderInline });
beforeEach(empty);

const rows = () => sql`SELECT paper_id, model, vector, terms FROM paper_search ORDER BY paper_id`;
const ID = '2601.00001';
const VERSIONS = [1, 2].map((version) => ({ version, createdAt: `2026-01-0${4 + version}T12:00:00.000Z` }));

describe('what searching needs of a paper', () => {
  test('is stored in the transaction that stores the paper', async () => {
    await store.storeBatch([someRecord(1, { title: 'On na\\"ive Bayes', abstract: 'It classifies $x$.' })]);
    const vector = (await readVectors(sql, [ID])).get(ID);
    const paper = { title: 'On naïve Bayes', abstract: 'It classifies x.' };
    expect(vector).toEqual(packVector(builtInModel().encodePaper(paper)));
  });

  test('follows a new text', async () => {
    await store.storeBatch([someRecord(1)]);
    const [before] = await rows();
    await store.storeBatch([someRecord(1, { title: 'Another title', latestVersion: 2, versions: VERSIONS })]);
    const [after] = await rows();
    expect(after?.['vector']).not.toEqual(before?.['vector']);
    expect(after?.['terms']).not.toEqual(before?.['terms']);
  });

  test('goes with the paper', async () => {
    await store.storeBatch([someRecord(1)]);
    await sql`DELETE FROM papers`;
    expect(await rows()).toEqual([]);
  });

  test('is made in the background where it is missing or of another model, and only there', async () => {
    await store.storeBatch(Array.from({ length: 120 }, (_, n) => someRecord(n + 1)));
    const whole = await rows();
    await sql`DELETE FROM paper_search WHERE paper_id <= '2601.00060'`;
    await sql`UPDATE paper_search SET model = 'older' WHERE paper_id > '2601.00110'`;
    expect(await readVectors(sql, [ID, '2601.00120'])).toEqual(new Map());
    expect(await backfillSearch(sql, prepareSearch)).toBe(70);
    expect(await rows()).toEqual(whole);
    expect(await backfillSearch(sql, prepareSearch)).toBe(0);
  });

  test('is not overwritten by a background that read the paper before it changed', async () => {
    await store.storeBatch([someRecord(1)]);
    await sql`DELETE FROM paper_search`;
    let changed = Promise.resolve();
    const renamed = { title: 'Renamed meanwhile', latestVersion: 2, versions: VERSIONS };
    const prepare: typeof prepareSearch = (paper) => {
      changed = store.storeBatch([someRecord(1, renamed)]).then(() => undefined);
      return prepareSearch(paper);
    };
    await backfillSearch(sql, prepare);
    await changed;
    const { titleText, abstractText } = (
      await sql`SELECT title_text AS "titleText", abstract_text AS "abstractText" FROM papers`
    )[0] as { titleText: string; abstractText: string };
    expect(titleText).toBe('Renamed meanwhile');
    const stored = (await rows())[0];
    expect(new Uint8Array(stored?.['vector'])).toEqual(prepareSearch({ titleText, abstractText }).vector);
  });
});
