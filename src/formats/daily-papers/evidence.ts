import { DAY, isoDay, mondayOfWeek, utc } from '../../calendar/period.ts';
import type { PrintedDay } from './values.ts';

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
    const [year, number] = [Number(path[1]), Number(path[3])];
    const day = path[2] === '' && path[4] !== undefined ? { year, month: number, day: Number(path[4]) } : null;
    // A week is over a week after its Thursday. A link to a day is mostly the one to the day before.
    const last =
      path[2] === ''
        ? utc(year, number, day?.day ?? 1) + (day === null ? 31 : 7) * DAY
        : mondayOfWeek(year, number) + 10 * DAY;
    return { date: isoDay(last), from: 'page', day };
  }
  const note = NOTE.exec(text);
  return note === null ? null : { date: note[1] ?? '', from: 'note', day: null };
}
