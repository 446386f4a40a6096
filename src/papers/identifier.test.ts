import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePaperId, parsePaperReference } from './identifier';
import { paperUrls } from './paper-urls';

const reference = (input: string) => {
  const parsed = parsePaperReference(input);
  return parsed.ok ? [parsed.value.id, parsed.value.version] : parsed.refusal.code;
};

describe('ids are read from', () => {
  test.each([
    ['2401.01234', '2401.01234', undefined],
    ['  2401.01234\n', '2401.01234', undefined],
    ['2401.01234v3', '2401.01234', 3],
    ['2401.01234V12', '2401.01234', 12],
    ['0704.0001', '0704.0001', undefined],
    ['1412.9999', '1412.9999', undefined],
    ['1501.00001', '1501.00001', undefined],
    ['hep-th/9901001', 'hep-th/9901001', undefined],
    ['hep-th/9901001v2', 'hep-th/9901001', 2],
    ['HEP-TH/9901001', 'hep-th/9901001', undefined],
    ['math.GT/0309136', 'math/0309136', undefined],
    ['math.GT/0309136v1', 'math/0309136', 1],
    ['cond-mat.str-el/0703001', 'cond-mat/0703001', undefined],
    ['cs.AI/0701123', 'cs/0701123', undefined],
    ['acc-phys/9411001', 'acc-phys/9411001', undefined],
    ['arXiv:2401.01234', '2401.01234', undefined],
    ['arxiv: 2401.01234v2', '2401.01234', 2],
    ['arXiv:hep-th/9901001', 'hep-th/9901001', undefined],
    ['arXiv:2401.01234v2 [cs.CL] 3 Jan 2024', '2401.01234', 2],
    ['2401.01234v1.pdf', '2401.01234', 1],
    ['<https://arxiv.org/abs/2401.01234>', '2401.01234', undefined],
    ['(2401.01234).', '2401.01234', undefined],
    ['\u200b2401.01234\ufeff', '2401.01234', undefined],
    ['hep-th%2F9901001', 'hep-th/9901001', undefined],
  ])('%j', (input, id, version) => {
    expect(reference(input)).toEqual([id, version]);
  });

  test.each([
    'https://arxiv.org/abs/2401.01234v2',
    'http://arxiv.org/abs/2401.01234v2',
    'arxiv.org/abs/2401.01234v2',
    'https://www.arxiv.org/pdf/2401.01234v2',
    'https://arxiv.org/pdf/2401.01234v2.pdf',
    'https://arxiv.org/html/2401.01234v2#S3.T1',
    'https://browse.arxiv.org/html/2401.01234v2',
    'https://export.arxiv.org/abs/2401.01234v2?context=cs.LG',
    'https://arxiv.org/ps/2401.01234v2',
    'https://arxiv.org/format/2401.01234v2/',
    'https://de.arxiv.org/abs/2401.01234v2',
    'https://ar5iv.labs.arxiv.org/html/2401.01234v2',
    'https://ar5iv.org/abs/2401.01234v2',
    'https://xxx.lanl.gov/abs/2401.01234v2',
    'https://arxiv.org/abs/arXiv:2401.01234v2',
    'https://www.alphaxiv.org/abs/2401.01234v2',
    'https://alphaxiv.org/overview/2401.01234v2',
    'https://huggingface.co/papers/2401.01234v2',
    'hf.co/papers/2401.01234v2',
    'https://huggingface.co/papers/2401.01234v2?utm_source=x#community',
    '10.48550/arXiv.2401.01234v2',
    'doi:10.48550/ARXIV.2401.01234v2',
    'https://doi.org/10.48550/arXiv.2401.01234v2',
    'http://dx.doi.org/10.48550/arxiv.2401.01234v2',
  ])('%s', (input) => {
    expect(reference(input)).toEqual(['2401.01234', 2]);
  });

  test.each([
    'https://arxiv.org/abs/math.GT/0309136',
    'https://arxiv.org/pdf/math/0309136',
    '10.48550/arXiv.math/0309136',
  ])('old ids in %s', (input) => {
    expect(reference(input)).toEqual(['math/0309136', undefined]);
  });
});

describe('refused with its reason is', () => {
  test.each([
    ['', 'empty'],
    ['  \t ', 'empty'],
    ['""', 'empty'],
    ['a'.repeat(501), 'too-long'],
    ['attention is all you need', 'not-an-id'],
    ['2401', 'not-an-id'],
    ['240101234', 'not-an-id'],
    ['2401.01234vv2', 'not-an-id'],
    ['2413.01234', 'bad-date'],
    ['2400.01234', 'bad-date'],
    ['0703.0123', 'bad-date'],
    ['9901.00123', 'bad-date'],
    ['1412.00001', 'bad-number'],
    ['1501.0001', 'bad-number'],
    ['2401.0123', 'bad-number'],
    ['2401.012345', 'bad-number'],
    ['2401.00000', 'bad-number'],
    ['2401.01234v0', 'bad-version'],
    ['hep-th/9913001', 'bad-date'],
    ['hep-th/0704001', 'bad-date'],
    ['hep-th/990100', 'bad-number'],
    ['hep-th/9901000', 'bad-number'],
    ['hep-xx/9901001', 'unknown-archive'],
    ['10.1038/nature14539', 'other-doi'],
    ['https://doi.org/10.1145/3292500.3330701', 'other-doi'],
    ['https://example.org/abs/2401.01234', 'other-site'],
    ['https://arxiv.org@example.org/abs/2401.01234', 'other-site'],
    ['https://arxiv.org.example.org/abs/2401.01234', 'other-site'],
    ['https://notarxiv.org/abs/2401.01234', 'other-site'],
    ['https://arxiv.org/list/cs.CL/recent', 'no-paper-in-url'],
    ['https://arxiv.org/', 'no-paper-in-url'],
    ['https://huggingface.co/datasets/squad', 'no-paper-in-url'],
    ['https://arxiv.org/abs/2413.01234', 'bad-date'],
    ['javascript:alert(1)', 'not-an-id'],
  ])('%.60j as %s', (input, code) => {
    expect(reference(input)).toBe(code);
  });

  test('everything that is refused tells what to do instead', () => {
    for (const input of ['', 'x', '2413.01234', '2401.0123', '10.1038/nature14539', 'https://example.org/a']) {
      const parsed = parsePaperReference(input);
      expect(parsed.ok ? '' : parsed.refusal.message).toMatch(/paste|check/i);
    }
  });
});

test('any text is answered, and an accepted id is its own canonical form', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()), (input) => {
      const parsed = parsePaperId(input);
      if (parsed.ok) expect(parsePaperId(parsed.value)).toEqual(parsed);
      else expect(parsed.refusal.message.length).toBeGreaterThan(20);
    }),
  );
});

test('every month of the scheme takes the number of digits that it had', () => {
  const month = fc.record({ year: fc.integer({ min: 7, max: 90 }), month: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(month, fc.integer({ min: 1, max: 9999 }), ({ year, month }, number) => {
      const yymm = `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}`;
      fc.pre(Number(yymm) >= 704);
      const digits = Number(yymm) <= 1412 ? 4 : 5;
      expect(parsePaperId(`${yymm}.${String(number).padStart(digits, '0')}`).ok).toBe(true);
      expect(parsePaperId(`${yymm}.${String(number).padStart(9 - digits, '0')}`).ok).toBe(false);
    }),
  );
});

test('a megabyte of anything is answered', () => {
  for (const part of ['9', '/', 'arXiv:', '10.48550/arXiv.', 'https://arxiv.org/abs/', '(', '%2F', 'a-']) {
    expect(parsePaperReference(part.repeat(1_000_000 / part.length)).ok).toBe(false);
  }
});

test('addresses name the version only when asked', () => {
  const id = parsePaperId('hep-th/9901001');
  if (!id.ok) throw new Error(id.refusal.message);
  expect(paperUrls(id.value)).toEqual({
    abs: 'https://arxiv.org/abs/hep-th/9901001',
    pdf: 'https://arxiv.org/pdf/hep-th/9901001',
    html: 'https://arxiv.org/html/hep-th/9901001',
  });
  expect(paperUrls(id.value, 2).pdf).toBe('https://arxiv.org/pdf/hep-th/9901001v2');
});
