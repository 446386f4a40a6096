import { describe, expect, it } from 'vitest';
import { sniffFormat } from './sniff';

describe('formats by content', () => {
  it.each([
    ['\uFEFF  <?xml version="1.0"?><feed/>', 'xml'],
    ['<OAI-PMH/>', 'xml'],
    ['[{"paper": {}}]', 'json-document'],
    ['{\n  "date": "2026-04-17"\n}', 'json-document'],
    ['{"date": "2026-04-17", "papers": []}\n', 'json-document'],
    ['{"id": "1"}\n{"id": "2"}\n', 'json-lines'],
    ['{"id": broken\n{"id": "2"}\n', 'json-lines'],
    ['garbage in the first line\n{"id": "2"}\n', 'json-lines'],
  ])('%j is %s', (text, kind) => {
    expect(sniffFormat(text).kind).toBe(kind);
  });

  it.each([
    ['', /empty/],
    ['<!DOCTYPE html>\n<html>', /HTML/],
    ['<!-- blocked -->\n<HTML>', /HTML/],
    ['Rate exceeded.', /Rate exceeded/],
    ['%PDF-1.7', /neither/],
  ])('%j is refused', (text, reason) => {
    const format = sniffFormat(text);
    expect(format.kind === 'refused' && format.reason).toMatch(reason);
  });
});
