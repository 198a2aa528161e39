import type { ReaderOutput } from '../formats/format.ts';
import { Line } from '../input/line.ts';
import { beginsMail, type MailOptions, MailReader } from './mail-reader.ts';

//     Content-Transfer-Encoding: base64     Content-Type: multipart/alternative; boundary="…"
const ENCODED = /^content-(?:transfer-encoding:\s*(?:base64|quoted-printable)|type:\s*multipart\/)/im;

/** Whether an input begins with a mail whose text is encoded, or one of several parts. */
export function isEncodedMail(head: string): boolean {
  return ENCODED.test(head) && beginsMail(head.trimStart().split('\n', 1)[0] ?? '');
}

/** The text of the bodies of this type in mails. */
export function textOfMails(head: string, bodyType: MailOptions['bodyType']): string {
  const texts: string[] = [];
  const reader = mailReader({ paper() {}, report() {}, account() {} }, bodyType, () => ({
    line: ({ raw }) => texts.push(raw),
    end() {},
  }));
  for (const [index, raw] of head.split('\n').entries()) reader.line(new Line(raw, index + 1));
  reader.end();
  return texts.join('\n');
}

/** Reads mails, the first of which begins with its headers. */
export function mailReader(
  output: ReaderOutput,
  bodyType: MailOptions['bodyType'],
  openBody: MailOptions['openBody'],
): MailReader {
  return new MailReader(output, { bodyStart: NOTHING, bodyType, openBody });
}

const NOTHING = /(?!)/;
