import { personPath } from '@/src/shared';
import { mentionsIn } from './markdown/addresses';
import { COMMENT_RENDER_VERSION, renderComment } from './markdown/render-comment';

export type StaleComment = { id: string; body: string };
export type RenderedAgain = StaleComment & { bodyHtml: string; renderVersion: number };

/** What rendering again needs of the database. */
export interface StaleCommentStore {
  /** Comments that were rendered by an older version, in the order of their ids. */
  stale(version: number, limit: number): Promise<StaleComment[]>;
  knownHandles(handles: readonly string[]): Promise<string[]>;
  /** Leaves alone what was edited or rendered meanwhile. */
  replaceRendered(comments: readonly RenderedAgain[]): Promise<void>;
}

const AT_ONCE = 200;

/** Renders again up to `limit` comments whose rendering is of an older version. Returns how many it did. */
export async function renderStaleComments(store: StaleCommentStore, limit: number): Promise<number> {
  let done = 0;
  while (done < limit) {
    const stale = await store.stale(COMMENT_RENDER_VERSION, Math.min(AT_ONCE, limit - done));
    if (stale.length === 0) break;
    const mentioned = [...new Set(stale.flatMap(({ body }) => mentionsIn(body)))];
    const handles = new Set(mentioned.length === 0 ? [] : await store.knownHandles(mentioned));
    await store.replaceRendered(
      stale.map(({ id, body }) => ({
        ...{ id, body, bodyHtml: renderComment(body, { handles, personPath }).html },
        renderVersion: COMMENT_RENDER_VERSION,
      })),
    );
    done += stale.length;
  }
  return done;
}
