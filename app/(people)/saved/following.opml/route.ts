import { answerOpml } from '@/lib/next/library/opml';

/** The feeds of what one follows. */
export const GET = answerOpml;
