import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answers, Question, ThreadData, Told } from './messages';

/** The index in its own thread, so that searching never holds up the pages. */
export type SearchThread = {
  /** Whether the index is loaded; until then, and after a fault, others have to answer. */
  isReady(): boolean;
  /** Ends when it is. */
  ready(): Promise<void>;
  ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<Answers[Kind]>;
  close(): Promise<void>;
};

type Waiting = { done: (answer: never) => void; failed: (error: Error) => void };

// Bundled by the build; from the sources in development and tests. Every command of ours runs in the project's folder.
const BUILT = '.next/broadsheet/search-thread.mjs';
const SOURCE = 'lib/search/thread/thread-entry.mjs';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

type Options = ThreadData & { built: boolean; onFault: (message: string) => void };

/** Starts the thread; one that dies is started again, after ever longer waits. */
export function startSearchThread({ built, onFault, ...data }: Options): SearchThread {
  const waiting = new Map<number, Waiting>();
  const file = built && existsSync(BUILT) ? BUILT : SOURCE;
  let worker: Worker | undefined;
  let next = 1;
  let isReady = false;
  let closed = false;
  let pause = FIRST_WAIT_MS;
  let retry: NodeJS.Timeout | undefined;
  let announceReady = (): void => {};
  const ready = new Promise<void>((done) => {
    announceReady = done;
  });

  const take = (message: Told): void => {
    if (message.kind === 'ready') {
      isReady = true;
      pause = FIRST_WAIT_MS;
      announceReady();
      return;
    }
    const asked = waiting.get(message.call);
    waiting.delete(message.call);
    if (message.kind === 'answer') asked?.done(message.answer as never);
    else asked?.failed(new Error(message.message));
  };

  const lost = (message: string): void => {
    isReady = false;
    worker = undefined;
    for (const { failed } of waiting.values()) failed(new Error('The search thread ended.'));
    waiting.clear();
    if (closed) return;
    onFault(message);
    retry = setTimeout(start, pause).unref();
    pause = Math.min(LONGEST_WAIT_MS, pause * 2);
  };

  const start = (): void => {
    const own = new Worker(pathToFileURL(resolve(/* turbopackIgnore: true */ file)), { workerData: data });
    worker = own;
    let fault = 'it ended';
    own.unref();
    own.on('message', take);
    own.on('error', (error) => {
      fault = error instanceof Error ? error.message : String(error);
    });
    own.on('exit', () => {
      if (worker === own) lost(fault);
    });
  };

  start();
  return {
    isReady: () => isReady,
    ready: () => ready,
    ask(question) {
      return new Promise((done, failed) => {
        if (!worker || !isReady) return failed(new Error('The search index is not loaded.'));
        const call = next++;
        waiting.set(call, { done: done as (answer: never) => void, failed });
        worker.postMessage({ call, question });
      });
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await worker?.terminate();
    },
  };
}
