export type Query = Promise<Record<string, string | string[] | undefined>>;

/** The first value of a parameter, cut to what any of our pages has use for. */
export async function queryValue(query: Query, name: string): Promise<string | undefined> {
  const value = (await query)[name];
  return (Array.isArray(value) ? value[0] : value)?.slice(0, 2_000);
}

/** The first value of every parameter. */
export async function queryParameters(query: Query): Promise<URLSearchParams> {
  const first = Object.entries(await query).flatMap(([name, value]): [string, string][] => {
    const one = Array.isArray(value) ? value[0] : value;
    return one === undefined ? [] : [[name, one]];
  });
  return new URLSearchParams(first);
}
