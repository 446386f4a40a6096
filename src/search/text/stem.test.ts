import { expect, test } from 'vitest';
import { stem } from './stem';

test.each([
  ['transformers', 'transform'],
  ['generalization', 'general'],
  ['hopping', 'hop'],
  ['hoping', 'hope'],
  ['flies', 'fli'],
  ['ties', 'tie'],
  ['agreed', 'agre'],
  ['sky', 'sky'],
  ['bias', 'bias'],
  ['biases', 'bias'],
  ['gas', 'gas'],
  ['happily', 'happili'],
  ['technologies', 'technolog'],
  ['effectiveness', 'effect'],
  ['proceeding', 'proceed'],
  ['saying', 'say'],
  ['youth', 'youth'],
  ['skis', 'ski'],
  ['adjustment', 'adjust'],
  ['controlling', 'control'],
  ['ai', 'ai'],
  ['yolov8', 'yolov8'],
])('the stem of %s is %s', (word, expected) => expect(stem(word)).toBe(expected));
