type Parameter = { name: string; in: string; required: boolean; description?: string; schema: object };
type Answer = { description: string; content?: { 'application/json': { example?: unknown } } };
type Call = {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: { content: { 'application/json': { example?: unknown } } };
  responses: Record<string, Answer>;
  security: unknown[];
};

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** What a value may be, in a few words. */
function kindOf(schema: object): string {
  const { type, minimum, maximum, enum: choices, default: without } = schema as Record<string, unknown>;
  const range = minimum === undefined ? '' : ` ${minimum} to ${maximum}`;
  const kind = Array.isArray(choices)
    ? choices.join(' or ')
    : `${type === 'integer' ? 'whole number' : 'text'}${range}`;
  return without === undefined ? kind : `${kind}; otherwise ${without}`;
}

/** Every call of the API: what it takes, what it answers, with an example. */
export const ApiCalls = ({ paths, origin }: { paths: Record<string, object>; origin: string }) => (
  <div className="mt-10 flex flex-col gap-10">
    {Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, call]) => (
        <ApiCall key={`${method} ${path}`} {...{ method, path, origin }} call={call as Call} />
      )),
    )}
  </div>
);

type CallProps = { method: string; path: string; origin: string; call: Call };

function ApiCall({ method, path, origin, call }: CallProps) {
  const shown = Object.values(call.responses).find(
    ({ content }) => content?.['application/json'].example !== undefined,
  );
  const body = call.requestBody?.content['application/json'].example;
  return (
    <section aria-labelledby={call.operationId} className="border-t border-rule pt-6">
      <h2 id={call.operationId} className="font-serif text-xl leading-snug">
        {call.summary}
      </h2>
      <p className="mt-2">
        <code className="api-call">
          {method.toUpperCase()} {path}
        </code>
      </p>
      <p className="mt-2 text-[0.9375rem] text-quiet">
        {plain(call.description)}
        {call.security.length > 0 && ' Takes a token that may write, made in your settings.'}
      </p>
      {call.parameters.length > 0 && (
        <dl className="facts mt-4">
          {call.parameters.map(({ name, required, description, schema, in: place }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {plain(description ?? '')}{' '}
                <span className="text-quiet">
                  {kindOf(schema)}
                  {required && place === 'query' && '; needed'}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <dl className="facts mt-4">
        {Object.entries(call.responses).map(([status, { description }]) => (
          <div key={status}>
            <dt>
              <code>{status}</code>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-4">
        <summary className="sheet-button">
          Example<span className="sr-only">: {call.summary}</span>
        </summary>
        <pre className="citation">{curl({ method, path, origin, body, token: call.security.length > 0 })}</pre>
        {shown && <pre className="citation">{json(shown.content?.['application/json'].example)}</pre>}
      </details>
    </section>
  );
}

const plain = (text: string): string => text.replaceAll('`', '');

function curl({
  method,
  path,
  origin,
  body,
  token,
}: {
  method: string;
  path: string;
  origin: string;
  body: unknown;
  token: boolean;
}): string {
  const address = `${origin}${path.replace('{id}', '2602.00001').replace('{commentId}', '69aa20edc4f6edddcc6c85d3')}`;
  const parts = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${address}${path.endsWith('/search') ? '?q=sparse+attention' : ''}`,
    ...(token ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(body)}'`]),
  ];
  return parts.join(' \\\n  ');
}
