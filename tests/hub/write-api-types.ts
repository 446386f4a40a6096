import { mkdir, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '@/src/hub';

const FOLDER = 'tests/hub/generated';

/** Writes the types of the API's calls, made from the OpenAPI document; the typed client of the tests stands on them. */
export async function writeApiTypes(): Promise<void> {
  const document = openApiDocument({ origin: 'https://papers.example', name: 'Broadsheet' });
  const nodes = await openapiTypescript(document as unknown as OpenAPI3);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(`${FOLDER}/api.ts`, astToString(nodes));
}
