import { describe, expect, it } from 'vitest';
import { categoryOfSet, oaiSetOf } from './oai-sets';

describe('sets of the OAI-PMH server', () => {
  it.each([
    ['cs.AI', 'cs:cs:AI'],
    ['math.AG', 'math:math:AG'],
    ['astro-ph.CO', 'physics:astro-ph:CO'],
    ['cond-mat.supr-con', 'physics:cond-mat:supr-con'],
    ['physics.ins-det', 'physics:physics:ins-det'],
    ['quant-ph', 'physics:quant-ph'],
    ['hep-th', 'physics:hep-th'],
    ['q-bio.NC', 'q-bio:q-bio:NC'],
  ])('%s is %s, both ways', (category, set) => {
    expect(oaiSetOf(category)).toBe(set);
    expect(categoryOfSet(set)).toBe(category);
  });

  it('takes a whole archive for its group', () => {
    expect(oaiSetOf('cs')).toBe('cs');
    expect(oaiSetOf('astro-ph')).toBe('physics:astro-ph');
  });

  it('has no category for the old server’s sets', () => {
    expect(categoryOfSet('math')).toBeUndefined();
    expect(categoryOfSet('physics:astro-ph')).toBeUndefined();
  });
});
