import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { ASSETS } from '@/lib/next/assets';
import { fontVariables } from './fonts';
import './globals.css';

// Pages are made on request and kept by our own server (lib/server), so that nothing needs a database at build.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#161514' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <script src={ASSETS.theme} />
        <script src={ASSETS.reader} type="module" async />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="icon" href="/icon-32.png" sizes="32x32" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      </head>
      <body>{children}</body>
    </html>
  );
}
