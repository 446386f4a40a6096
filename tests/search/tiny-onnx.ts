import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A model whose last hidden state is a row of a table for each token, written byte by byte as onnx.proto has it
// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

const WIDTH = 8;
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const INT64 = 7;
const FLOAT = 1;

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) + 128);
  }
}
const number = (field: number, value: number): Buffer => Buffer.from([...varint(field * 8), ...varint(value)]);
const bytes = (field: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(content.length)]), content]);
};
const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));

const named = (name: string): Buffer => bytes(1, text(2, name));
const valueInfo = (name: string, type: number, dims: Buffer[]): Buffer =>
  Buffer.concat([text(1, name), bytes(2, bytes(1, number(1, type), bytes(2, ...dims)))]);

function gatherModel(table: Float32Array): Buffer {
  const rows = table.length / WIDTH;
  const node = Buffer.concat([text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')]);
  const initializer = Buffer.concat([
    number(1, rows),
    number(1, WIDTH),
    number(2, FLOAT),
    text(8, 'table'),
    bytes(9, new Uint8Array(table.buffer)),
  ]);
  const shape = [named('batch'), named('tokens')];
  const graph = [
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, initializer),
    bytes(11, valueInfo('input_ids', INT64, shape)),
    bytes(11, valueInfo('attention_mask', INT64, shape)),
    bytes(12, valueInfo('last_hidden_state', FLOAT, [...shape, bytes(1, number(1, WIDTH))])),
  ];
  return Buffer.concat([number(1, 8), bytes(7, ...graph), bytes(8, number(2, 13))]);
}

/** Writes a whole model in the layout of Transformers.js, with a vector of 8 numbers for each of up to 8 words. */
export function writeTinyModel(folder: string, words: readonly string[]): void {
  const tokens = [...SPECIAL, ...words];
  const table = new Float32Array(tokens.length * WIDTH);
  for (const at of words.keys()) table[(SPECIAL.length + at) * WIDTH + at] = 1;
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx/model.onnx'), gatherModel(table));
  const json = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', hidden_size: WIDTH, vocab_size: tokens.length });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    do_lower_case: true,
    model_max_length: 128,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    mask_token: '[MASK]',
  });
  json('tokenizer.json', {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    },
  });
}
