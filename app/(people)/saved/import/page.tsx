import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { SavedTabs } from '@/components/library/saved-tabs';
import { Notice } from '@/components/people/notice';
import { type Query, queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { MOST_SAVED } from '@/src/library';

const PROBLEMS: Record<string, string> = {
  empty: 'Nothing was sent. Choose a file, or paste entries.',
  'not-a-library': 'This is not a BibTeX, RIS or CSL-JSON file. Export one from your reference manager.',
  'too-many': 'The file has more than 10,000 entries. Split it, and import the parts.',
  full: `That would be more than the ${MOST_SAVED.toLocaleString('en')} papers that you can keep.`,
  busy: 'Others are importing just now. Try again in a minute.',
};

/** Brings a reader's library along. */
export default async function Page({ searchParams }: { searchParams: Query }) {
  await requireSession('/saved/import');
  const problem = await queryValue(searchParams, 'problem');
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Import · Saved" description="Bring your library along." />
      <div className="max-w-[44rem]">
        <SavedTabs path="/saved/import" />
        {problem && <Notice kind="problem">{PROBLEMS[problem] ?? 'That could not be taken.'}</Notice>}
        <form method="post" action="/saved/import/send" encType="multipart/form-data" className="form">
          <p>
            A BibTeX, RIS or CSL-JSON file from Zotero, Mendeley, EndNote, JabRef or another. Entries are matched by
            arXiv id, DOI or title; keywords become tags. What matches no paper here is listed and kept, so nothing is
            lost.
          </p>
          <div className="field">
            <label htmlFor="file">File</label>
            <input
              type="file"
              id="file"
              name="file"
              accept=".bib,.bibtex,.ris,.json,application/x-bibtex,application/json,text/plain"
              aria-describedby="file-hint"
            />
            <p id="file-hint" className="hint">
              At most 16 MiB and 10,000 entries
            </p>
          </div>
          <div className="field">
            <label htmlFor="text">Or paste entries</label>
            <textarea id="text" name="text" rows={6} spellCheck={false} />
          </div>
          <div>
            <button type="submit" className="form-button primary">
              Import
            </button>
          </div>
        </form>
      </div>
    </PageFrame>
  );
}
