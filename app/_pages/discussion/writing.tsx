import { Compose } from '@/components/comments/compose';
import { Notice } from '@/components/people/notice';
import { env } from '@/lib/env';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { LONGEST_COMMENT, type Place, previewComment, readDraft } from '@/src/comments';
import type { PaperId } from '@/src/papers';

type Props = {
  viewer: Viewer;
  paperId: PaperId;
  place: Place;
  /** Whether the draft is to be shown as it would look. */
  previews: boolean;
  action: string;
  fields: Record<string, string>;
  label: string;
  button: string;
  /** What stands in the form where nothing was written yet. */
  text?: string;
};

/** A form for writing with what its person wrote before, why it was not posted, and how it would look. */
export async function Writing({ viewer, paperId, place, previews, text = '', ...form }: Props) {
  const store = services().comments;
  const draft = await readDraft(store, { viewer, paperId, place });
  const asked = { viewer, mode: env().COMMENTS, input: { body: draft?.body ?? '' }, now: requestTime() };
  const preview = previews && draft ? await previewComment(store, asked) : undefined;
  const problem = preview?.ok === false ? preview.refusal.message : draft?.notice;
  return (
    <>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <Compose
        {...form}
        text={draft?.body ?? text}
        preview={preview?.ok ? preview.value.html : undefined}
        longest={LONGEST_COMMENT}
        name={place.kind}
      />
    </>
  );
}
