import { MONTH_NAMES } from './day.ts';

/** The months, abbreviated too, in German, French, Spanish, Italian, Portuguese and Dutch where they differ from the English ones. */
const TRANSLATIONS: readonly string[] = [
  'januar jänner janvier janv enero ene gennaio gen janeiro januari',
  'februar février fevrier févr fev febrero febbraio fevereiro februari',
  'märz maerz mär mrz mars marzo março marco maart mrt',
  'avril avr abril abr aprile',
  'mai mayo maggio mag maio mei',
  'juni juin junio giugno giu junho',
  'juli juillet juil julio luglio lug julho',
  'août aout agosto ago augustus',
  'septembre septiembre settembre setembro',
  'oktober okt octobre octubre ottobre ott outubro',
  'novembre noviembre novembro',
  'dezember dez décembre decembre déc diciembre dicembre dic dezembro',
];

/** The days of the week in the same languages. */
const WEEKDAYS: ReadonlySet<string> = new Set(
  (
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi ' +
    'dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica ' +
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'
  ).split(' '),
);

const ENGLISH: ReadonlyMap<string, string> = new Map(
  TRANSLATIONS.flatMap((names, month) => names.split(' ').map((name) => [name, MONTH_NAMES[month] ?? ''] as const)),
);

/**
 * The date with its month in English and without its day of the week; null if it has none of them in another language.
 *
 *     3. Mai 2024     3 de mayo de 2024     1er août 2024     Mittwoch, 3. April 2024
 */
export function withEnglishMonth(date: string): string | null {
  let isFound = false;
  const english = date.replace(/\p{L}{3,}(?:-feira)?,?/gu, (printed) => {
    const word = printed.replace(',', '');
    if (WEEKDAYS.has(word.toLowerCase().normalize('NFC'))) {
      isFound = true;
      return '';
    }
    const month = ENGLISH.get(word.toLowerCase().normalize('NFC'));
    isFound ||= month !== undefined;
    return month === undefined ? printed : month + printed.slice(word.length);
  });
  return isFound
    ? english
        .trimStart()
        .replace(/\s(?:de|del|di)(?=\s)/gi, '')
        .replace(/^(1)(?:er|º)\s/, '$1 ')
    : null;
}
