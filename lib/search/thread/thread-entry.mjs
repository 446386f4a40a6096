// A worker thread does not inherit tsx's loader from its parent, so it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('../../db/search/search-thread.ts');
