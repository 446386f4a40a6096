import { z } from 'zod';
import { EXAMPLES } from './examples';
import { OPERATIONS, type Operation, PATH_PARTS } from './operations';

type Json = Record<string, unknown>;

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. Named ones go to `components`. */
function schemaOf(schema: z.ZodType, components: Record<string, unknown>): Json {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as Json & {
    $defs?: Json;
  };
  for (const [name, part] of Object.entries(moved($defs) as Json)) components[name] = part;
  const own = moved(rest) as Json;
  const { id } = (schema.meta() ?? {}) as { id?: string };
  if (id === undefined || '$ref' in own) return own;
  components[id] = own;
  return { $ref: `#/components/schemas/${id}` };
}

/** Where zod puts parts is not where OpenAPI has them. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      // The component's key is its name already.
      if (name === 'id' && typeof part === 'string') return [];
      if (name === '$ref') return [[name, String(part).replace('#/$defs/', '#/components/schemas/')]];
      return [[name, moved(part)]];
    }),
  );
}

const example = (name: keyof typeof EXAMPLES | undefined): Json =>
  name === undefined ? {} : { example: EXAMPLES[name] };

function parametersOf({ path, query }: Operation): Json[] {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARTS[name]?.about,
    schema: { type: 'string' },
    example: PATH_PARTS[name]?.example,
  }));
  const { properties = {}, required = [] } = query ? (z.toJSONSchema(query, { io: 'input' }) as Json) : {};
  const asked = Object.entries(properties as Record<string, Json>).map(
    ([name, { description, example: shown, ...schema }]) => ({
      name,
      in: 'query',
      required: (required as string[]).includes(name),
      ...(description !== undefined && { description }),
      schema: moved(schema),
      ...(shown !== undefined && { example: shown }),
    }),
  );
  return [...parts, ...asked];
}

const header = (description: string): Json => ({ description, schema: { type: 'string' } });
const HEADERS = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
};

function answersOf(operation: Operation, components: Record<string, unknown>): Json {
  const paged = operation.id === 'listDailyPapers' || operation.id === 'listPapers';
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { about, schema, list, example: shown }]) => {
      const own = schema && schemaOf(schema, components);
      const content = own && {
        'application/json': { schema: list ? { type: 'array', items: own } : own, ...example(shown) },
      };
      const headers = {
        ...HEADERS,
        ...(status === '200' && paged && { Link: header('`rel="next"`: the next page, while there is one.') }),
        ...(status === '200' && operation.method === 'get' && { ETag: header('Send it back in If-None-Match.') }),
        ...(status === '429' && { 'Retry-After': header('Seconds.') }),
        ...(status === '303' && { Location: header('The paper’s page.') }),
      };
      return [status, { description: about, headers, ...(content && { content }) }];
    }),
  );
}

/** The OpenAPI 3.1 document of this instance (https://spec.openapis.org/oas/v3.1.1.html). */
export function openApiDocument({ origin, name }: { origin: string; name: string }) {
  const components: Record<string, unknown> = {};
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    const { id, method, path, summary, about, body, writes } = operation;
    const content = body && {
      'application/json': { schema: schemaOf(body.schema, components), ...example(body.example) },
    };
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: id,
        summary,
        description: about,
        parameters: parametersOf(operation),
        ...(content && { requestBody: { required: true, content } }),
        responses: answersOf(operation, components),
        security: writes ? [{ token: [] }] : [],
      },
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: `${name}: the paper API`,
      version: '1',
      summary: 'The daily paper of research papers, in the shapes of the Hugging Face Hub’s paper API.',
      description:
        'Optional keys are left out, never null. Date-times end in Z. Lists are bare arrays. Errors are `{"error": "…"}` with a sentence that says what to do.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: components,
      headers: {
        RateLimit: header('What is left, and for how many seconds: `"default";r=1199;t=60`.'),
        'RateLimit-Policy': header('What one client may ask in a window: `"default";q=1200;w=60`.'),
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that a member makes in his settings, and that may write.',
        },
      },
    },
  };
}
