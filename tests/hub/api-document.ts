import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { openApiDocument } from '@/src/hub';

type Content = { content?: { 'application/json'?: { schema: object; example?: unknown } } };
type Operation = {
  operationId: string;
  responses: Record<string, Content>;
  requestBody?: Content;
  parameters: { name: string; in: string; required: boolean; schema: object; example?: unknown }[];
};

export const DOCUMENT = openApiDocument({ origin: 'https://papers.example', name: 'Broadsheet' });

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'https://papers.example/document', ...DOCUMENT });

/** What is wrong with a value by a schema of the document. */
export function faults(schema: object, value: unknown): string[] {
  const whole = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components', '"https://papers.example/document#/components'),
  );
  const validate = ajv.compile(whole);
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** All calls of the document with their method and path. */
export const operations = (): { method: string; path: string; operation: Operation }[] =>
  Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
  );

function operationOf(method: string, pathname: string): Operation {
  const found = operations()
    .filter((one) => one.method === method.toLowerCase())
    .map((one) => {
      const parts = one.path.replace(/\{(\w+)\}/g, (_, name) => (name === 'id' ? '(?:[^/]+/)?[^/]+' : '[^/]+'));
      return { ...one, pattern: new RegExp(`^${parts}$`) };
    })
    // A path without parts is meant before one with.
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
    .find((one) => one.pattern.test(pathname));
  expect(found, `${method} ${pathname} is not in the document`).toBeDefined();
  return found?.operation as Operation;
}

/** Fails where an answer is not one that the document tells of; the answer comes back as it was. */
export async function asDocumented(request: Request, response: Response): Promise<Response> {
  const { pathname } = new URL(request.url);
  const told = operationOf(request.method, pathname).responses[String(response.status)];
  const what = `${request.method} ${pathname} answers ${response.status}`;
  expect(told, `${what}, of which the document says nothing`).toBeDefined();
  const schema = told?.content?.['application/json']?.schema;
  const text = await response.clone().text();
  if (schema) expect(faults(schema, JSON.parse(text)), what).toEqual([]);
  else expect(text, what).toBe('');
  return response;
}
