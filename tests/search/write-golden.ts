import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { GOLDEN_TEXTS } from './golden-texts';

// node --import tsx tests/search/write-golden.ts: after a model was trained anew.
const args = ['tests/training/encode.py', 'lib/search/model', '--vectors', String(GOLDEN_TEXTS.length)];
writeFileSync('tests/search/golden.json', execFileSync('python3', args, { input: JSON.stringify(GOLDEN_TEXTS) }));
