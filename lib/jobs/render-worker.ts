import { parentPort } from 'node:worker_threads';
import { type RenderInput, renderOne } from './render-input';

// Started by render-pool.ts: takes a list of papers, answers with the list of their renderings.
parentPort?.on('message', ({ job, inputs }: { job: number; inputs: RenderInput[] }) => {
  parentPort?.postMessage({ job, results: inputs.map(renderOne) });
});
