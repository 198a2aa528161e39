import { readFileSync } from 'node:fs';

/** The guides that `offprint help TOPIC` prints: `src/guide/TOPIC.md`. */
export const guideTopics = [
  { name: 'listings', description: 'what is read, and how to get it' },
  { name: 'record', description: 'what is known of a paper' },
  { name: 'queries', description: 'search, select, sort, group, remove duplicates' },
  { name: 'exports', description: 'spreadsheets, reference managers, web pages, databases' },
  { name: 'dates', description: 'dates and counts, and what is assumed about them' },
  { name: 'diagnostics', description: 'how to know that nothing was lost; exit status' },
  { name: 'library', description: 'offprint in a program' },
  { name: 'speed', description: 'how fast it is, and how much memory it takes' },
  { name: 'glossary', description: 'what the words mean' },
] as const;

export type GuideTopic = (typeof guideTopics)[number]['name'];

/** The text of a guide, in Markdown that can be read as it stands. */
export function readGuide(topic: GuideTopic): string {
  return readFileSync(`${import.meta.dirname}/../../src/guide/${topic}.md`, 'utf8');
}
