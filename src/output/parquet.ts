import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { numberKeys, type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import type { Writer, WriterOptions } from './writer.ts';

/** Papers per row group: enough for engines to skip groups, few enough to hold in memory. */
const ROW_GROUP = 10_000;

const COUNT = { type: 'INT64', repetition_type: 'OPTIONAL' } as const;
const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const;
const DAY = { type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' } as const;

const LIST: readonly SchemaElement[] = [
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { ...TEXT, name: 'element', repetition_type: 'REQUIRED' },
];
const SOURCE: readonly SchemaElement[] = [
  { ...TEXT, name: 'file' },
  { ...COUNT, name: 'line' },
  { ...TEXT, name: 'format' },
];

/**
 * Parquet with one column per key, the same in every file, so that engines can read many files as one table: counts are
 * INT64, days DATE, names and categories LIST of strings, `source` is a group. One row group is held in memory at a time.
 */
export function openParquet(options: WriterOptions): Writer {
  const keys = options.columns ?? paperKeys;
  const bytes = new ByteWriter();
  const schema = [{ name: 'papers', num_children: keys.length }, ...keys.flatMap(schemaOf)];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'offprint' });
  let waiting: Paper[] = [];
  const writeGroup = () => {
    const columnData = keys.map((name) => ({ name, data: waiting.map((paper) => parquetValue(paper, name)) }));
    writer.write({ columnData, rowGroupSize: ROW_GROUP });
    waiting = [];
  };
  const take = () => {
    const taken = bytes.getBytes().slice();
    // Offsets in the file are counted apart.
    bytes.index = 0;
    return taken;
  };
  return {
    begin: () => '',
    papers: (papers) => {
      for (const paper of papers) {
        waiting.push(paper);
        if (waiting.length === ROW_GROUP) writeGroup();
      }
      return take();
    },
    end: () => {
      if (waiting.length > 0) writeGroup();
      writer.finish();
      return take();
    },
  };
}

function schemaOf(key: PaperKey): SchemaElement[] {
  if (numberKeys.has(key)) return [{ ...COUNT, name: key }];
  switch (key) {
    case 'date':
    case 'announced':
      return [{ ...DAY, name: key }];
    case 'dateInferred':
      return [{ name: key, type: 'BOOLEAN', repetition_type: 'OPTIONAL' }];
    case 'authors':
    case 'categories':
      return [{ name: key, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 }, ...LIST];
    case 'source':
      return [{ name: key, repetition_type: 'OPTIONAL', num_children: SOURCE.length }, ...SOURCE];
    default:
      return [{ ...TEXT, name: key }];
  }
}

function parquetValue(paper: Paper, key: PaperKey): unknown {
  const value = paper[key] ?? null;
  if (typeof value === 'number') return BigInt(value);
  if (value !== null && (key === 'date' || key === 'announced')) return new Date(`${value}T00:00:00Z`);
  return key === 'source' && paper.source !== undefined ? { ...paper.source, line: BigInt(paper.source.line) } : value;
}
