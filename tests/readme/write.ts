import { readFileSync, writeFileSync } from 'node:fs';
import { envExample, withVariables } from './variables';

// npm run readme: the table of variables in README.md, and .env.example, from lib/env.ts.
writeFileSync('.env.example', envExample());
writeFileSync('README.md', withVariables(readFileSync('README.md', 'utf8')));
console.log('README.md and .env.example are up to date.');
