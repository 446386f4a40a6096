import { permanentRedirect } from 'next/navigation';
import { failed, Refused } from '@/app/_pages/refused';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { OwnProfile } from '@/components/people/own-profile';
import { ProfileHead } from '@/components/people/profile-head';
import { guarded } from '@/lib/next/guarded';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { currentViewer } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { shownName } from '@/src/accounts';

type Props = { params: Promise<{ handle: string }> };

const unknown = () => <Refused refusal={{ code: 'no-such-person', message: 'Nobody here has this handle.' }} />;

async function profile(asked: string) {
  const handle = asked.toLowerCase();
  const person = /^[a-z0-9-]{3,30}$/.test(handle) ? await services().accounts.findPerson(handle) : undefined;
  if (!person) return unknown();
  // An old handle, or one in capitals.
  if (person.handle !== asked) permanentRedirect(`/people/${person.handle}`);
  const viewer = await currentViewer();
  const path = `/people/${person.handle}`;
  const name = shownName(person);
  return (
    <PageFrame siteName={site().name}>
      <PageMeta
        site={site()}
        title={name}
        description={`${name} (@${person.handle}) on ${site().name}.`}
        canonical={path}
      />
      <ProfileHead person={person} now={requestTime()} />
      {viewer?.id === person.id && <OwnProfile />}
    </PageFrame>
  );
}

export default async function Page({ params }: Props) {
  const { handle } = await params;
  return guarded(() => profile(handle), failed);
}
