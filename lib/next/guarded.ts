import { unstable_rethrow } from 'next/navigation';
import type { ReactNode } from 'react';

/**
 * Renders a page, and `fallback` when its reads fail. Next would answer with an empty document that only its browser runtime
 * fills, which our pages do not send. The error goes to the log.
 */
export async function guarded(render: () => Promise<ReactNode>, fallback: () => ReactNode): Promise<ReactNode> {
  try {
    return await render();
  } catch (error) {
    unstable_rethrow(error);
    console.error('A page could not be made:', error);
    return fallback();
  }
}
