import { randomBytes } from 'node:crypto';

/** A new id in the shape that the Hub's API gives its objects: 24 hex characters. */
export const newObjectId = (): string => randomBytes(12).toString('hex');
