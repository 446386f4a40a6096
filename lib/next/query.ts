export type Query = Promise<Record<string, string | string[] | undefined>>;

/** The first value of a parameter, cut to what any of our pages has use for. */
export async function queryValue(query: Query, name: string): Promise<string | undefined> {
  const value = (await query)[name];
  return (Array.isArray(value) ? value[0] : value)?.slice(0, 2_000);
}
