import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import katex from 'katex';
import sanitizeHtml from 'sanitize-html';
import { z } from 'zod';
import { type RenderedText, renderPaper } from '@/src/papers';
import { POLICY } from '@/src/papers/tex/sanitise-policy';

// How well and how fast papers' TeX is rendered: `node --import tsx tests/bench/tex.ts [path] [--show N] [--skip-sanitiser]`.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '0' }, 'skip-sanitiser': { type: 'boolean', default: false } },
});
const path = positionals[0] ?? '../shared/data/arxiv/papers.jsonl.gz';
const show = Number(values.show);

const Line = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  comment: z.string().nullish(),
});

const COMMAND = /\\[a-zA-Z]+/;
const SWITCH = /\{\s*\\?(?:it|em|bf|sc|sl|tt|rm)\b/;
const DOLLAR = /\$(?!\s?\d|\d)/;

const counts = {
  papers: 0,
  exceptions: 0,
  unsafe: 0,
  formulas: 0,
  rejected: 0,
  command: 0,
  switch: 0,
  dollar: 0,
  any: 0,
};
const samples: Record<string, string[]> = { exceptions: [], unsafe: [], command: [], switch: [], dollar: [] };
const reasons = new Map<string, { count: number; example: string }>();
let spent = 0;

function sample(kind: string, text: string): void {
  if ((samples[kind] as string[]).length < show) samples[kind]?.push(text);
}

function around(text: string, pattern: RegExp): string {
  const at = pattern.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 60), at + 80).replace(/\s+/g, ' ');
}

function checkText(id: string, text: string): void {
  let left = false;
  for (const [kind, pattern] of [
    ['command', COMMAND],
    ['switch', SWITCH],
    ['dollar', DOLLAR],
  ] as const) {
    if (!pattern.test(text)) continue;
    counts[kind] += 1;
    sample(kind, `${id}: ${around(text, pattern)}`);
    left ||= kind !== 'dollar';
  }
  if (left) counts.any += 1;
}

function checkHtml(id: string, html: string): void {
  counts.formulas += html.split('<span class="katex">').length - 1;
  for (const [, source = ''] of html.matchAll(/<code class="tex">(.*?)<\/code>/gs)) {
    counts.formulas += 1;
    counts.rejected += 1;
    reject(source);
  }
  if (values['skip-sanitiser']) return;
  if (sanitizeHtml(html, POLICY) === html) return;
  counts.unsafe += 1;
  sample('unsafe', `${id}: ${html.slice(0, 200)}`);
}

function reject(escaped: string): void {
  const source = escaped.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  let reason = 'only inside a longer text';
  try {
    katex.renderToString(source, { strict: 'ignore', maxExpand: 300 });
  } catch (error) {
    reason = error instanceof Error ? error.message.replace(/ at (?:position|end).*/s, '').slice(0, 90) : String(error);
  }
  const known = reasons.get(reason);
  reasons.set(reason, { count: (known?.count ?? 0) + 1, example: known?.example ?? source.slice(0, 120) });
}

type Rendered = { id: string; result: RenderedText | { failed: unknown } };

function render(line: z.infer<typeof Line>): Rendered {
  const { id, comment, ...rest } = line;
  try {
    return { id, result: renderPaper({ ...rest, ...(comment ? { comment } : {}) }) };
  } catch (failed) {
    return { id, result: { failed } };
  }
}

/** Renders a batch against the clock, then looks at what came out. Processor time counts, so that other work on the machine does not. */
function renderBatch(batch: z.infer<typeof Line>[]): void {
  const before = process.cpuUsage();
  const all = batch.map(render);
  const { user, system } = process.cpuUsage(before);
  spent += (user + system) / 1000;
  for (const { id, result } of all) check(id, result);
}

function check(id: string, result: Rendered['result']): void {
  counts.papers += 1;
  if ('failed' in result) {
    counts.exceptions += 1;
    sample('exceptions', `${id}: ${result.failed}`);
    return;
  }
  checkText(id, `${result.titleText}\n\n${result.abstractText}`);
  for (const html of [result.titleHtml, result.abstractHtml, result.commentHtml ?? '']) checkHtml(id, html);
}

if (!existsSync(path)) {
  console.log(`Skipped: there is no ${path}.`);
  process.exit(0);
}
const file = createReadStream(path);
const lines = createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file });
let batch: z.infer<typeof Line>[] = [];
for await (const text of lines) {
  batch.push(Line.parse(JSON.parse(text)));
  if (batch.length < 5000) continue;
  renderBatch(batch);
  batch = [];
}
renderBatch(batch);

const share = (count: number, of: number): string => `${count} (${((100 * count) / Math.max(1, of)).toFixed(3)} %)`;
console.log(`papers                         ${counts.papers}`);
console.log(`exceptions                     ${counts.exceptions}`);
console.log(`HTML the sanitiser would change ${values['skip-sanitiser'] ? 'not checked' : counts.unsafe}`);
console.log(`TeX command or switch left     ${share(counts.any, counts.papers)}`);
console.log(`  commands                     ${share(counts.command, counts.papers)}`);
console.log(`  switches                     ${share(counts.switch, counts.papers)}`);
console.log(`dollar sign that is no price   ${share(counts.dollar, counts.papers)}`);
console.log(`formulas KaTeX rejects         ${share(counts.rejected, counts.formulas)} of ${counts.formulas}`);
console.log(
  `rate (processor time)          ${Math.round(counts.papers / (spent / 1000))} papers/s (${(spent / 1000).toFixed(1)} s)`,
);
for (const [kind, texts] of Object.entries(samples)) {
  if (texts.length > 0) console.log(`\n== ${kind}\n${texts.join('\n')}`);
}
if (show > 0) {
  console.log('\n== rejected by KaTeX');
  const sorted = [...reasons].sort(([, a], [, b]) => b.count - a.count).slice(0, show);
  for (const [reason, { count, example }] of sorted) console.log(`${count}\t${reason}\t${example}`);
}
