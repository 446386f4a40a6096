import { setTimeout as wait } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import postgres from 'postgres';
import { createLog } from '@/lib/log';
import { builtInModel } from '@/lib/search/built-in-model';
import { askPatiently } from '@/lib/search/embedders/ask-patiently';
import { makeEmbedder } from '@/lib/search/embedders/make-embedder';
import type { Answers, Asked, Question, ThreadData, Told } from '@/lib/search/thread/messages';
import { readWords, type SearchAnswer, searchMemory, similarPapers, weightOf } from '@/src/search';
import { SEARCH_TAG } from '@/src/shared';
import { announceChange } from '../announce-change';
import { type FollowedIndex, followIndex } from './follow-index';

// Between two batches of papers whose terms are computed, questions have their turn.
const REST_MS = 5;

/** The search thread: loads the index, says that it is ready, follows the database and answers. */
async function serve(port: MessagePort, { databaseUrl, logLevel, embedder: settings }: ThreadData): Promise<void> {
  const log = createLog({ level: logLevel });
  const sql = postgres(databaseUrl, { max: 3, onnotice: () => {}, backoff: () => 0.5 });
  const began = performance.now();
  const embedder = settings && makeEmbedder(settings);
  const askModel = embedder && askPatiently(embedder, { onFault: log.warn });
  const followed = await followIndex({ sql, databaseUrl, log, embedder, rest: () => wait(REST_MS) });
  const loadMs = performance.now() - began;
  const tell = (message: Told): void => port.postMessage(message);
  const directionOf = async (text: string): Promise<Meant> => {
    const { source } = followed.current();
    if (source.model === undefined || !askModel) return { vector: builtInModel().encode(text), model: undefined };
    return { vector: await askModel(text), model: source.model };
  };
  port.on('message', async ({ call, question }: Asked) => {
    try {
      tell({ kind: 'answer', call, answer: await answer(followed, question, { loadMs, directionOf }) });
    } catch (error) {
      tell({ kind: 'failed', call, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  tell({ kind: 'ready' });
  // Pages that the database has answered meanwhile are made anew.
  await announceChange(sql, [SEARCH_TAG]).catch(() => {});
}

/** A question's direction, by the model that it was asked of: the index may have become another one's meanwhile. */
type Meant = { vector: Float32Array | null; model: string | undefined };
type Known = { loadMs: number; directionOf: (text: string) => Promise<Meant> };

async function answer(
  followed: FollowedIndex,
  question: Question,
  { loadMs, directionOf }: Known,
): Promise<Answers[keyof Answers]> {
  if (question.kind === 'search') return await search(followed, question, directionOf);
  const { index } = followed.current();
  switch (question.kind) {
    case 'similar':
      return similarPapers(index, question.paper, { ...question.options, terms: question.terms });
    case 'weights':
      return question.stems.map((stem) => weightOf(index, stem));
    case 'stats':
      return { papers: index.papers, outdated: index.outdated, bytes: index.bytes, loadMs };
  }
}

async function search(
  followed: FollowedIndex,
  { request, elsewhere }: Extract<Question, { kind: 'search' }>,
  directionOf: Known['directionOf'],
): Promise<SearchAnswer> {
  const asked = followed.current();
  const words = readWords(asked.index, request.text);
  // A model is asked what the reader typed; the built-in one the words as they were corrected.
  const { vector, model } = await directionOf(asked.source.model === undefined ? words.text : request.text);
  const { index, source } = followed.current();
  return searchMemory(index, request, {
    words: index === asked.index ? words : readWords(index, request.text),
    meaning: source.model === model ? vector : null,
    elsewhere,
  });
}

if (parentPort) await serve(parentPort, workerData as ThreadData);
