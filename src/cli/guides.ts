import { readFileSync } from 'node:fs';

/** The guides that `offprint help TOPIC` prints: `src/guide/TOPIC.md`. */
export const guideTopics = [
  { name: 'listings', description: 'which listings offprint reads, and how to get them' },
  { name: 'record', description: 'the keys of a paper' },
  { name: 'queries', description: 'search, select, sort, group, remove duplicates' },
  { name: 'exports', description: 'spreadsheets, reference managers, web pages, databases' },
  { name: 'dates', description: 'how missing years and counts are inferred' },
  { name: 'diagnostics', description: 'how to check that nothing was lost; exit status' },
  { name: 'library', description: 'use offprint in a program' },
  { name: 'speed', description: 'speed and memory use' },
  { name: 'glossary', description: 'definitions of terms' },
] as const;

type GuideTopic = (typeof guideTopics)[number]['name'];

/** The text of a guide, as Markdown that is readable in a terminal. */
export function readGuide(topic: GuideTopic): string {
  return readFileSync(`${import.meta.dirname}/../../src/guide/${topic}.md`, 'utf8');
}
