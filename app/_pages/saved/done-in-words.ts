import { counted } from '@/components/dates';
import { type Query, queryValue } from '@/lib/next/query';

const SAID: Record<string, string> = {
  removed: 'The paper is no longer saved.',
  entries: 'Removed.',
  shared: 'Changed.',
};

/** What was just done, in words; figures of an import come with the address. */
export async function doneInWords(query: Query): Promise<string | undefined> {
  const done = await queryValue(query, 'done');
  if (done !== 'import') return SAID[done ?? ''];
  const figure = async (name: string): Promise<number> =>
    Number(/^\d{1,5}$/.exec((await queryValue(query, name)) ?? '')?.[0] ?? 0);
  const [saved, already, left, rejected] = [
    await figure('saved'),
    await figure('already'),
    await figure('left'),
    await figure('rejected'),
  ];
  const places = ((await queryValue(query, 'places')) ?? '').slice(0, 500);
  const parts = [
    `${counted(saved, 'paper')} saved.`,
    already > 0 ? `${counted(already, 'paper')} you kept already.` : '',
    left > 0 ? `${counted(left, 'entry', 'entries')} matched no paper here and are listed below.` : '',
    rejected > 0 ? `${counted(rejected, 'entry', 'entries')} could not be read: ${places}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}
