export type Answer =
  | { kind: 'done'; votes: number; voted: boolean; note: string | undefined }
  | { kind: 'refused'; sentence: string }
  | { kind: 'signed-out' };

const NO_CONNECTION = 'There is no connection to the server. Your upvote is as it was before.';
const LONGEST_MS = 15_000;

/** Sets or withdraws the upvote of a paper. */
export async function callVote(paperId: string, wanted: boolean): Promise<Answer> {
  let response: Response;
  let body: Record<string, unknown>;
  try {
    response = await fetch(`/api/papers/${paperId}/upvote`, {
      method: wanted ? 'POST' : 'DELETE',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  } catch {
    return { kind: 'refused', sentence: NO_CONNECTION };
  }
  if (response.status === 401) return { kind: 'signed-out' };
  if (!response.ok) {
    const said = typeof body['error'] === 'string' ? body['error'] : 'Something broke.';
    return { kind: 'refused', sentence: said };
  }
  const note = typeof body['note'] === 'string' ? body['note'] : undefined;
  return { kind: 'done', votes: Number(body['upvotes']), voted: body['upvoted'] === true, note };
}

export type OwnVote = { upvoted: boolean; upvotes: number };

export type Own = { votes: Map<string, OwnVote>; saved: Set<string> };

/** What is the viewer's own among papers; undefined when he is signed out or the answer did not come. */
export async function readOwn(paperIds: readonly string[]): Promise<Own | undefined> {
  try {
    const response = await fetch(`/api/viewer/papers?ids=${paperIds.map(encodeURIComponent).join(',')}`);
    if (!response.ok) return undefined;
    const body = (await response.json()) as { signedIn: boolean; papers: Record<string, OwnVote>; saved?: string[] };
    return body.signedIn ? { votes: new Map(Object.entries(body.papers)), saved: new Set(body.saved) } : undefined;
  } catch {
    return undefined;
  }
}
