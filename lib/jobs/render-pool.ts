import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MergedPaper } from '@/src/ingest';
import { type RenderInput, type RenderResult, renderInput } from './render-input';

type Job = {
  id: number;
  inputs: RenderInput[];
  done: (results: RenderResult[]) => void;
  failed: (error: Error) => void;
};

const PAPERS_A_JOB = 60;
// Rendering holds one job's texts; left alone, V8 would let garbage pile up to gigabytes before it looks.
const WORKER_MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 };

/**
 * Renders in worker threads, so that rendering, reading and writing overlap. For bulk imports, under `node --import tsx`;
 * a server bundle has no worker file and renders inline.
 */
export class RenderPool {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #running = new Map<number, Job>();
  #waiting: Job[] = [];
  #next = 1;
  #fault: Error | undefined;

  constructor(size = Math.max(1, Math.min(4, availableParallelism()))) {
    this.#workers = Array.from({ length: size }, () => this.#start());
    this.#idle = [...this.#workers];
  }

  /** Renders papers and gives the results in the same order. */
  readonly render = async (papers: readonly MergedPaper[]): Promise<RenderResult[]> => {
    const jobs: Promise<RenderResult[]>[] = [];
    for (let at = 0; at < papers.length; at += PAPERS_A_JOB) {
      jobs.push(this.#submit(papers.slice(at, at + PAPERS_A_JOB).map(renderInput)));
    }
    return (await Promise.all(jobs)).flat();
  };

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #submit(inputs: RenderInput[]): Promise<RenderResult[]> {
    if (this.#fault) return Promise.reject(this.#fault);
    return new Promise((done, failed) => {
      this.#waiting.push({ id: this.#next++, inputs, done, failed });
      this.#assign();
    });
  }

  #assign(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop();
      const job = this.#waiting.shift();
      if (!worker || !job) return;
      this.#running.set(job.id, job);
      worker.postMessage({ job: job.id, inputs: job.inputs });
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('./render-worker.mjs', import.meta.url), { resourceLimits: WORKER_MEMORY });
    // A worker alone must not keep the process alive.
    worker.unref();
    worker.on('message', ({ job, results }: { job: number; results: RenderResult[] }) => {
      this.#running.get(job)?.done(results);
      this.#running.delete(job);
      this.#idle.push(worker);
      this.#assign();
    });
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    return worker;
  }

  // A thread that dies was out of memory or never came up; the others would fare no better.
  #fail(error: Error): void {
    this.#fault ??= error;
    for (const job of [...this.#running.values(), ...this.#waiting]) job.failed(error);
    this.#running.clear();
    this.#waiting = [];
  }
}
