import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { instantInWords } from '@/components/dates';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { openMailbox } from '@/lib/next/people/open-mailbox';
import { site } from '@/lib/next/site';

const SHOWN = 50;

export default async function Page() {
  const mailbox = openMailbox(await headers());
  if (!mailbox) notFound();
  const names = (await mailbox.list()).slice(0, SHOWN);
  const messages = await Promise.all(names.map(async (name) => ({ name, message: await mailbox.read(name) })));
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Mailbox" description="Mail that this instance would have sent." />
      <h1 className="headline mb-4">Mailbox</h1>
      <p className="mb-8 max-w-[34rem]">
        No mail server is set up, so mail is kept on this machine and shown here, to this machine only. Set{' '}
        <code>SMTP_URL</code> and <code>MAIL_FROM</code> to send it.
      </p>
      {messages.length === 0 ? (
        <p className="text-quiet">Nothing has been sent yet.</p>
      ) : (
        <ul className="entries">
          {messages.map(({ name, message }) => (
            <li key={name}>
              <div className="min-w-0">
                <a href={`/dev/mail/${name.replace('.eml', '')}`} className="font-medium">
                  {message?.subject || 'Without a subject'}
                </a>
                <p className="hint">
                  to {message?.to}
                  {message?.date && <> · {instantInWords(message.date)}</>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
