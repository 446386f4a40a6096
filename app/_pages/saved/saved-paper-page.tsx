import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { Notice } from '@/components/people/notice';
import { StoredHtml } from '@/components/stored-html';
import { ASSETS } from '@/lib/next/assets';
import { pathWith } from '@/lib/next/form';
import { savedPath } from '@/lib/next/library/save-form';
import { type Query, queryValue } from '@/lib/next/query';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { currentViewer } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { LONGEST_NOTE } from '@/src/library';
import { parsePaperId } from '@/src/papers';
import { paperPath, sameSitePath } from '@/src/shared';
import { Refused } from '../refused';

const SAID: Record<string, string> = { saved: 'Saved.', noted: 'Written down.' };
const PROBLEMS: Record<string, string> = {
  'too-long': `A note has at most ${LONGEST_NOTE.toLocaleString('en')} characters. Nothing was changed.`,
};

/** A saved paper's note and tags; for one that is not saved, the button. Opening the page changes nothing. */
export async function savedPaperPage(asked: string, query: Query): Promise<ReactNode> {
  const id = parsePaperId(asked);
  if (!id.ok) return <Refused refusal={{ code: 'not-an-id', message: id.refusal.message }} />;
  const back = sameSitePath(await queryValue(query, 'back'), paperPath(id.value));
  const viewer = await currentViewer();
  if (!viewer) redirect(pathWith('/sign-in', { next: pathWith(savedPath(id.value), { back }) }));
  const paper = await reads.paper(id.value);
  if (!paper.ok) return <Refused refusal={paper.refusal} />;
  const saved = await services().library.one(viewer.id, id.value);
  const done = SAID[(await queryValue(query, 'done')) ?? ''];
  const problem = PROBLEMS[(await queryValue(query, 'problem')) ?? ''];
  const hidden = (
    <>
      <input type="hidden" name="paper" value={id.value} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Saved paper" description="A paper that you keep." />
      <MathFonts html={[paper.value.titleHtml]} fonts={ASSETS.mathFonts} />
      <div className="max-w-[40rem]">
        <h1 className="headline mb-4">{saved ? 'You keep this paper' : 'Save this paper?'}</h1>
        <p className="mb-6 font-serif text-xl leading-snug">
          <a href={paperPath(id.value)}>
            <StoredHtml html={paper.value.titleHtml} />
          </a>
        </p>
        {problem && <Notice kind="problem">{problem}</Notice>}
        {done && saved && <Notice kind="done">{done}</Notice>}
        {saved && (
          <form method="post" action="/saved/edit" className="form mb-6">
            {hidden}
            <div className="field">
              <label htmlFor="tags">Tags</label>
              <input
                id="tags"
                name="tags"
                defaultValue={saved.tags.join(', ')}
                maxLength={1_000}
                aria-describedby="tags-hint"
              />
              <p id="tags-hint" className="hint">
                Parted by commas, such as “to read, chapter 2”
              </p>
            </div>
            <div className="field">
              <label htmlFor="note">Note</label>
              <textarea id="note" name="note" rows={5} defaultValue={saved.note} maxLength={LONGEST_NOTE} />
            </div>
            <div>
              <button type="submit" className="form-button primary">
                Keep the note
              </button>
            </div>
          </form>
        )}
        <div className="flex flex-wrap gap-3">
          <form method="post" action={`/papers/${id.value}/save`}>
            {saved && <input type="hidden" name="saved" value="no" />}
            {hidden}
            <button type="submit" className={`form-button ${saved ? '' : 'primary'}`}>
              {saved ? 'No longer save it' : 'Save'}
            </button>
          </form>
          <a href={back} className="form-button">
            Go back
          </a>
          <a href="/saved" className="form-button">
            All saved papers
          </a>
        </div>
      </div>
    </PageFrame>
  );
}
