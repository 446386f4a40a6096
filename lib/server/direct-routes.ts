/** A route of the application that our server calls itself: Next's way to it costs several times what such a call takes. */
export type DirectRoute = {
  method: string;
  pattern: RegExp;
  /** `part` is what the pattern's first group matched. */
  answer: (request: Request, part: string) => Promise<Response>;
};

const MARK = Symbol.for('broadsheet.direct-routes');
const shared = globalThis as { [MARK]?: readonly DirectRoute[] };

/** Said by Next's start (instrumentation.ts), so that the code that answers is the one that Next has loaded. */
export const setDirectRoutes = (routes: readonly DirectRoute[]): void => {
  shared[MARK] = routes;
};

/** The direct route for a request, if there is one; the application answers it as well. */
export function directRoute(method: string, pathname: string): ((request: Request) => Promise<Response>) | undefined {
  for (const { method: own, pattern, answer } of shared[MARK] ?? []) {
    const match = own === method ? pattern.exec(pathname) : null;
    if (match) return (request) => answer(request, match[1] ?? '');
  }
  return undefined;
}
