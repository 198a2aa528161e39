import type { PrintedDay } from './values.ts';

const DAY_MS = 86_400_000;

/** The day that a line says the listing was taken, and how far the word of that line counts. */
export interface CaptureEvidence {
  /** `YYYY-MM-DD`; no paper on the page is newer */
  readonly date: string;
  /** `page`: the page's own address or navigation. `note`: a remark above the page by the person who saved it. */
  readonly from: 'page' | 'note';
  /** If the line has the address of the page of one day. */
  readonly day: PrintedDay | null;
}

// All evidence has one, and hardly another line.
const NUMBERED_DAY = /20\d\d-W?\d\d/;

//   https://huggingface.co/papers/date/2026-03-24    /papers?date=2024-07-31    /papers/month/2026-03    /papers/week/2026-W12
const PAGE_PATH = /\/papers(?:\/(?:date|week|month)\/|\?date=)(20\d\d)-(W?)(\d\d)(?:-(\d\d))?/;

//   retrieved: 2026-10-02     - Captured (UTC): 2026-06-29T16:31:22Z     exported: 2026-07-28     **Saved on** 2026-07-28
const NOTE =
  /^[-*"'\s]*(?:\w+[ _-])?(?:retrieved|captured?|exported|accessed|fetched|saved|crawled|scraped|downloaded|generated|snapshot|timestamp|published[ _-]time|date)\b[^:\d]{0,30}[: ].{0,30}?\b(20\d\d-\d\d-\d\d)/i;

/** @param text a line outside of cards, including markup */
export function captureEvidence(text: string): CaptureEvidence | null {
  if (!NUMBERED_DAY.test(text)) return null;
  const path = PAGE_PATH.exec(text);
  if (path !== null) {
    const [, year, week, number, day] = path;
    if (week !== '') return { date: daysAfter(thursday(Number(year), Number(number)), 7), from: 'page', day: null };
    const start = Date.UTC(Number(year), Number(number) - 1, Number(day ?? 1));
    // A link to a day is mostly the one to the day before.
    const date = daysAfter(start, day === undefined ? 31 : 7);
    return {
      date,
      from: 'page',
      day: day === undefined ? null : { year: Number(year), month: Number(number), day: Number(day) },
    };
  }
  const note = NOTE.exec(text);
  return note === null ? null : { date: note[1] ?? '', from: 'note', day: null };
}

function daysAfter(start: number, days: number): string {
  return new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Thursday of a week by ISO 8601, which lies in the week's own year. */
function thursday(year: number, week: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
  return monday + ((week - 1) * 7 + 3) * DAY_MS;
}
