import { MONTH_NAMES } from './day.ts';

/** The months in German, French, Spanish, Italian, Portuguese and Dutch where they differ from the English ones. */
const TRANSLATIONS: readonly string[] = [
  'januar jänner janvier enero gennaio janeiro januari',
  'februar février fevrier febrero febbraio fevereiro februari',
  'märz maerz mars marzo março marco maart',
  'avril abril aprile',
  'mai mayo maggio maio mei',
  'juni juin junio giugno junho',
  'juli juillet julio luglio julho',
  'août aout agosto augustus',
  'septembre septiembre settembre setembro',
  'oktober octobre octubre ottobre outubro',
  'novembre noviembre novembro',
  'dezember décembre decembre diciembre dicembre dezembro',
];

const ENGLISH: ReadonlyMap<string, string> = new Map(
  TRANSLATIONS.flatMap((names, month) => names.split(' ').map((name) => [name, MONTH_NAMES[month] ?? ''] as const)),
);

/** The date with its month in English, for `3. Mai 2024`, `3 de mayo de 2024`, `1er août 2024`; null if it has none. */
export function withEnglishMonth(date: string): string | null {
  let isFound = false;
  const english = date.replace(/\p{L}{3,}/gu, (word) => {
    const month = ENGLISH.get(word.toLowerCase().normalize('NFC'));
    isFound ||= month !== undefined;
    return month ?? word;
  });
  return isFound ? english.replace(/\s(?:de|del|di)(?=\s)/gi, '').replace(/^(1)(?:er|º)\s/, '$1 ') : null;
}
