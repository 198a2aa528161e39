export const ADJECTIVES = [
  'quiet',
  'sparse',
  'noisy',
  'tidal',
  'wooden',
  'recursive',
  'amber',
  'northern',
  'shallow',
  'patient',
];

export function capitalized(word: string): string {
  return word.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Wraps words to at most `width` columns, as text browsers and converters do. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
