export type Suggested = { kind: string; text: string; href: string };

const kept = new Map<string, readonly Suggested[]>();
const MOST_KEPT = 100;
let under: AbortController | undefined;

/** What the server suggests for a beginning; nothing when it does not answer. One question at a time, answers are kept. */
export async function readSuggestions(text: string): Promise<readonly Suggested[]> {
  const known = kept.get(text);
  if (known) return known;
  under?.abort();
  under = new AbortController();
  try {
    const answer = await fetch(`/api/search/suggest?${new URLSearchParams({ q: text })}`, { signal: under.signal });
    if (!answer.ok) return [];
    const { suggestions } = (await answer.json()) as { suggestions: Suggested[] };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, suggestions);
    return suggestions;
  } catch {
    return [];
  }
}
