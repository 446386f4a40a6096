import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { LinkedText } from '@/components/people/linked-text';
import { openMailbox } from '@/lib/next/people/open-mailbox';
import { site } from '@/lib/next/site';

type Props = { params: Promise<{ name: string }> };

export default async function Page({ params }: Props) {
  const { name } = await params;
  const message = await openMailbox(await headers())?.read(`${name}.eml`);
  if (!message) notFound();
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title={message.subject} description="A message in this machine’s mailbox." />
      <p className="mb-4 text-sm">
        <a href="/dev/mail" className="py-1.5 font-medium">
          Mailbox
        </a>
      </p>
      <h1 className="headline">{message.subject}</h1>
      <p className="hint mt-2 mb-8">
        from {message.from} to {message.to}
      </p>
      <section className="mb-10" aria-label="As plain text">
        <h2 className="section-heading">As text</h2>
        <LinkedText text={message.text} />
      </section>
      <section aria-label="As HTML">
        <h2 className="section-heading">As HTML</h2>
        {/* The sandbox runs no script; a link that is clicked opens in this window. */}
        <iframe
          title="The message as HTML"
          className="mail-frame"
          srcDoc={message.html.replace('<head>', '<head><base target="_top">')}
          sandbox="allow-top-navigation-by-user-activation"
        />
      </section>
    </PageFrame>
  );
}
