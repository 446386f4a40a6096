import { expect, test } from 'vitest';
import { signInMail } from './sign-in-mail';

const link = 'https://papers.example.org/sign-in/link?token=AbC&next=%2Fpapers';

test('both bodies hold the link and how long it works', () => {
  const { text, html } = signInMail({ siteName: 'The Paper', link, minutes: 15 });
  expect(text).toContain(`\n${link}\n`);
  expect(html).toContain('href="https://papers.example.org/sign-in/link?token=AbC&amp;next=%2Fpapers"');
  for (const body of [text, html]) expect(body).toContain('works once, for 15 minutes');
});

test('a name with markup is text', () => {
  const { html } = signInMail({ siteName: '<img src=x onerror=alert(1)> & "Co"', link, minutes: 15 });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;');
});

test('nothing is fetched when the mail is opened', () => {
  const { html } = signInMail({ siteName: 'The Paper', link, minutes: 15 });
  expect(html).not.toMatch(/<(?:img|link|script|iframe|object)|url\(|@import/i);
});
