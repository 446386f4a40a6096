import { setTimeout as wait } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import postgres from 'postgres';
import { createLog } from '@/lib/log';
import { builtInModel } from '@/lib/search/built-in-model';
import type { Answers, Asked, Question, ThreadData, Told } from '@/lib/search/thread/messages';
import { readWords, type SearchIndex, searchMemory, similarPapers, weightOf } from '@/src/search';
import { SEARCH_TAG } from '@/src/shared';
import { announceChange } from '../announce-change';
import { followIndex } from './follow-index';

// Between two batches of papers whose terms are computed, questions have their turn.
const REST_MS = 5;

/** The search thread: loads the index, says that it is ready, follows the database and answers. */
async function serve(port: MessagePort, { databaseUrl, logLevel }: ThreadData): Promise<void> {
  const log = createLog({ level: logLevel });
  const sql = postgres(databaseUrl, { max: 3, onnotice: () => {}, backoff: () => 0.5 });
  const began = performance.now();
  const followed = await followIndex({ sql, databaseUrl, log, rest: () => wait(REST_MS) });
  const loadMs = performance.now() - began;
  const tell = (message: Told): void => port.postMessage(message);
  port.on('message', ({ call, question }: Asked) => {
    try {
      tell({ kind: 'answer', call, answer: answer(followed.index, question, loadMs) });
    } catch (error) {
      tell({ kind: 'failed', call, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  tell({ kind: 'ready' });
  // Pages that the database has answered meanwhile are made anew.
  await announceChange(sql, [SEARCH_TAG]).catch(() => {});
}

function answer(index: SearchIndex, question: Question, loadMs: number): Answers[keyof Answers] {
  switch (question.kind) {
    case 'search': {
      const words = readWords(index, question.request.text);
      return searchMemory(index, question.request, {
        words,
        meaning: builtInModel().encode(words.text),
        elsewhere: question.elsewhere,
      });
    }
    case 'similar':
      return similarPapers(index, question.paper, { ...question.options, terms: question.terms });
    case 'weights':
      return question.stems.map((stem) => weightOf(index, stem));
    case 'stats':
      return { papers: index.papers, outdated: index.outdated, bytes: index.bytes, loadMs };
  }
}

if (parentPort) await serve(parentPort, workerData as ThreadData);
