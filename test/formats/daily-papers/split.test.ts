import { describe, expect, it } from 'vitest';
import { type Block, splitText, titleScore } from '../../../src/formats/daily-papers/split.ts';

/** Blocks are separated by blank lines; the lines of a block by `\n`. */
function blocks(...texts: string[]): Block[] {
  let line = 1;
  return texts.map((text) => {
    const lines = text.split('\n');
    const block: Block = {
      lines,
      line,
      isHeading: false,
      linkedLines: 0,
      url: null,
      reference: null,
      escaping: 'none',
    };
    line += lines.length + 1;
    return block;
  });
}

const split = (...texts: string[]) => {
  const isUnwrapped = texts.some((text) => text.split('\n').some((line) => line.length > 160));
  return splitText(blocks(...texts), isUnwrapped).map(({ title, abstract, line }) => ({ title, abstract, line }));
};

const first =
  'Ferries are late when the fog is thick. We listen to foghorns with four microphones and learn to tell one ferry from another, which makes the timetable of a whole island reliable again.';
const second =
  'In this work, we count the seats of 40 theatres without entering any of them. The method needs nothing but the sound of applause, and it is right to within three seats for rooms of any size.';

describe('text between two rows', () => {
  it('splits the text into a title and an abstract', () => {
    expect(split('Foghorns as Fingerprints', first)).toEqual([
      { title: 'Foghorns as Fingerprints', abstract: first, line: 1 },
    ]);
  });

  it('splits Chinese text, which is short and has no spaces', () => {
    const title = '风筝的形状：小型模型研究';
    const abstract =
      '我们提出一种新的风筝。它很小，也很亮，人人都喜欢。我们在四十个城市进行了测试，比较了三种方法和材料。';
    expect(split(`${title}\n${abstract}`)).toEqual([{ title, abstract, line: 1 }]);
  });

  it('reads the text as a title if the page shows no abstracts', () => {
    expect(split('Foghorns as Fingerprints')).toEqual([{ title: 'Foghorns as Fingerprints', abstract: null, line: 1 }]);
  });

  it('splits the text into two cards if the row of the first was lost', () => {
    const entries = split('Foghorns as Fingerprints', first, 'Counting Seats by Ear', second);
    expect(entries.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Foghorns as Fingerprints', first],
      ['Counting Seats by Ear', second],
    ]);
    expect(entries.map(({ line }) => line)).toEqual([1, 5]);
  });

  it.each([
    'Code and models are available at https://ferries.example.org',
    'Our method is faster than all earlier ones.',
    'We release the recordings.',
    '(1) foghorns, (2) bells, and (3) gulls;',
    'However, bells remain difficult:',
  ])('takes a paragraph for no title: %s', (paragraph) => {
    expect(split('Foghorns as Fingerprints', first, paragraph)).toEqual([
      { title: 'Foghorns as Fingerprints', abstract: `${first} ${paragraph}`, line: 1 },
    ]);
  });

  it.each([
    'code2boat: Compiling Programs into Hulls',
    'Can Gulls Count?',
    'On the Number of Bells, Whistles, and Gulls in Harbours of the Far North: A Survey of Two Hundred Years of Logs',
    'iFerry: A Dataset',
    'We Are Here: Positioning without Satellites',
    'FOGNET',
  ])('takes a title for no paragraph: %s', (title) => {
    expect(split('Foghorns as Fingerprints', first, title, second).map((entry) => entry.title)).toEqual([
      'Foghorns as Fingerprints',
      title,
    ]);
  });

  it('joins a title that a text browser wrapped', () => {
    expect(
      split('Foghorns as Fingerprints: How Four Microphones Saved the\nTimetable of an Island', first)[0]?.title,
    ).toBe('Foghorns as Fingerprints: How Four Microphones Saved the Timetable of an Island');
  });

  it('reads the line above the abstract as the title on a page with one line per paragraph', () => {
    expect(split(`Foghorns as Fingerprints\n${first}`)).toEqual([
      { title: 'Foghorns as Fingerprints', abstract: first, line: 1 },
    ]);
  });

  it('joins a line that was broken inside a word without a space', () => {
    const [entry] = split(
      'Fog',
      `${first} Code: https://github.com/\nferries/horns and multi-\nferry pre-\nand post-fog \\emph\n{data}`,
    );
    expect(entry?.abstract).toBe(
      `${first} Code: https://github.com/ferries/horns and multi-ferry pre- and post-fog \\emph{data}`,
    );
  });
});

describe('beginnings of lines', () => {
  /** How much less the line looks like a title than one of neutral letters. */
  const lessLikely = (start: string) => {
    const line = (words: string) => titleScore(`${words} kites fly in rain`);
    return line(start.replace(/[a-z]/g, 'q')) - line(start);
  };

  it.each(['We', 'In the', 'To this end', 'Here,', 'By flying', 'Recently', 'As an', 'The Code'])(
    'recognizes the beginning of a paragraph: %s',
    (start) => {
      expect(lessLikely(start)).toBe(2);
    },
  );

  it.each(['Wet', 'In these', 'Here', 'Model: of', 'By flyers', 'Recent: on', 'Ein Wir'])(
    'takes the beginning of a line for a possible title: %s',
    (start) => {
      expect(lessLikely(start)).toBe(0);
    },
  );
});
