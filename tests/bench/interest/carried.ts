import type { Example } from '@/src/recommend';

/** The categories that an instance carries unless told otherwise. */
export const CARRIED = ['cs.AI', 'cs.CL', 'cs.CV', 'cs.LG'];

export const carries = ({ paper }: Example): boolean => paper.categories.some((code) => CARRIED.includes(code));
