import { POST as act } from '@/app/admin/act/route';
import { POST as decideClaim } from '@/app/admin/claims/decide/route';
import { POST as retryDigest } from '@/app/admin/digest/retry/route';
import { POST as runJob } from '@/app/admin/jobs/run/route';
import { POST as actOnPerson } from '@/app/admin/people/act/route';
import { POST as undo } from '@/app/admin/undo/route';
import { POST as apiComment } from '@/app/api/comment/[...id]/route';
import { POST as apiIndex } from '@/app/api/papers/index/route';
import { POST as apiSubmit } from '@/app/api/papers/submit/route';
import { POST as apiReply } from '@/app/api/reply/[comment]/[...id]/route';
import { POST as claim } from '@/app/claim/send/route';
import { POST as deleteComment } from '@/app/comments/[comment]/delete/route';
import { POST as editComment } from '@/app/comments/[comment]/edit/route';
import { POST as preview } from '@/app/comments/preview/route';
import { POST as comment } from '@/app/comments/route';
import { POST as flag } from '@/app/flag/route';
import { POST as lookUp } from '@/app/papers/submit/look-up/route';
import { POST as submit } from '@/app/papers/submit/send/route';

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

export type Write = {
  name: string;
  handler: Handler;
  /** What the folders of the route take from the path. */
  params?: Record<string, string | string[]>;
  fields: Record<string, string>;
  /** Whether it takes JSON, as programs send it, instead of a form. */
  json?: boolean;
};

type Things = { paperId: string; commentId: string; personId: string };

// Nowhere here, and the source of these tests is down.
const OTHER_PAPER = '2611.00001';

/** Every way to write that comments and moderation have, each with what an honest page sends. */
export const writesOn = ({ paperId, commentId, personId }: Things): Write[] => [
  { name: 'comment', handler: comment, fields: { paper: paperId, body: 'Planted' } },
  { name: 'preview by page', handler: comment, fields: { paper: paperId, body: 'Planted', intent: 'preview' } },
  { name: 'preview in place', handler: preview, fields: { body: 'Planted' } },
  { name: 'edit', handler: editComment as Handler, params: { comment: commentId }, fields: { body: 'Planted' } },
  { name: 'delete', handler: deleteComment as Handler, params: { comment: commentId }, fields: {} },
  { name: 'flag', handler: flag, fields: { kind: 'comment', id: commentId, reason: 'spam' } },
  { name: 'hide', handler: act, fields: { kind: 'comment', id: commentId, act: 'hide', reason: 'Planted' } },
  { name: 'lock', handler: act, fields: { kind: 'paper', id: paperId, act: 'lock', reason: 'Planted' } },
  { name: 'suspend', handler: actOnPerson, fields: { person: personId, act: 'suspend', reason: 'Planted' } },
  { name: 'role', handler: actOnPerson, fields: { person: personId, act: 'role:admin', reason: 'Planted' } },
  { name: 'undo', handler: undo, fields: { entry: '1', reason: 'Planted' } },
  { name: 'retry a digest', handler: retryDigest, fields: { edition: '1' } },
  { name: 'run a job', handler: runJob, fields: { job: 'upkeep' } },
  { name: 'claim', handler: claim, fields: { paper: paperId, note: 'Planted' } },
  {
    ...{ name: 'confirm an author', handler: decideClaim },
    fields: { person: personId, paper: paperId, act: 'approved', reason: 'Planted' },
  },
  { name: 'look a paper up', handler: lookUp, fields: { paper: OTHER_PAPER } },
  { name: 'submit a paper', handler: submit, fields: { paper: OTHER_PAPER, comment: 'Planted' } },
  { name: 'submit by API', handler: apiSubmit, fields: { paperId: OTHER_PAPER }, json: true },
  { name: 'index by API', handler: apiIndex, fields: { arxivId: OTHER_PAPER }, json: true },
  {
    ...{ name: 'comment by API', handler: apiComment as Handler, params: { id: [paperId] } },
    ...{ fields: { comment: 'Planted' }, json: true },
  },
  {
    ...{ name: 'reply by API', handler: apiReply as Handler, params: { id: [paperId], comment: commentId } },
    ...{ fields: { comment: 'Planted' }, json: true },
  },
];

/** Sends a write as a browser or program would, with exactly these headers. */
export function send(write: Write, headers: Record<string, string>, fields = write.fields): Promise<Response> {
  const type = write.json ? 'application/json' : 'application/x-www-form-urlencoded';
  const body = write.json ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
  const request = new Request('http://papers.example.org/write', {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  return write.handler(request, { params: Promise.resolve(write.params ?? {}) as Promise<never> });
}
