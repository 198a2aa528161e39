import type { TransferEncoding } from './transfer-decoder.ts';

/** Properties of a body, from the headers of the message or of one of its parts. */
export interface Body {
  readonly type: 'text' | 'html' | 'multipart' | 'message' | 'other';
  readonly encoding: TransferEncoding;
  readonly charset: string;
  /** The boundary of a multipart body; otherwise empty. */
  readonly boundary: string;
}

/** @param headers without line breaks: RFC 5322 says that a line with white space before it continues the header above */
export function readHeaders(headers: readonly string[]): Body {
  const contentType = headerValue(headers, 'content-type');
  const encoding = headerValue(headers, 'content-transfer-encoding').toLowerCase();
  return {
    type: bodyType(contentType),
    encoding: encoding === 'base64' || encoding === 'quoted-printable' ? encoding : 'identity',
    charset: parameter(contentType, 'charset'),
    boundary: parameter(contentType, 'boundary'),
  };
}

function headerValue(headers: readonly string[], name: string): string {
  const header = headers.find((text) => text.slice(0, name.length + 1).toLowerCase() === `${name}:`);
  return header === undefined ? '' : header.slice(name.length + 1).trim();
}

function bodyType(contentType: string): Body['type'] {
  const [type = ''] = contentType.toLowerCase().split(';', 1);
  if (type.startsWith('multipart/')) return 'multipart';
  if (type.trim() === 'message/rfc822') return 'message';
  if (type.trim() === 'text/html') return 'html';
  return type.trim() === '' || type.trim() === 'text/plain' || !type.includes('/') ? 'text' : 'other';
}

//     multipart/mixed; boundary="=_next part"; charset=utf-8
function parameter(contentType: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(contentType);
  return match?.[1] ?? match?.[2] ?? '';
}
