// A worker thread on Node 20 does not inherit tsx's loader from its parent, so it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./render-worker.ts');
