import { Notice } from '@/components/people/notice';
import { SessionList } from '@/components/people/session-list';
import { SettingsPage } from '@/components/people/settings-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { settingsProblem } from '@/src/accounts';

const DONE: Record<string, string> = {
  session: 'That session has ended.',
  others: 'All other sessions have ended.',
};

export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer, sessionId } = await requireSession('/settings/sessions');
  const sessions = await services().accounts.listSessions(viewer.id);
  const problem = settingsProblem(await queryValue(searchParams, 'problem'));
  const done = DONE[(await queryValue(searchParams, 'done')) ?? ''];
  return (
    <SettingsPage site={site()} path="/settings/sessions" handle={viewer.handle}>
      {done && <Notice kind="done">{done}</Notice>}
      {problem && <Notice kind="problem">{problem}</Notice>}
      <h2 className="section-heading">Where you are signed in</h2>
      <SessionList sessions={sessions} currentId={sessionId} now={requestTime()} />
      {sessions.length > 1 && (
        <form method="post" action="/settings/revoke-other-sessions" className="mt-6">
          <button type="submit" className="form-button">
            End all other sessions
          </button>
        </form>
      )}
      <p className="hint mt-6">A session ends by itself 30 days after you were last here.</p>
    </SettingsPage>
  );
}
