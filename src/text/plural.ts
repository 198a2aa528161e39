/** `1,024`, `5.5`: like `toLocaleString('en')`, but without loading ICU data at start-up. */
export function number(value: number): string {
  return value < 1000 ? String(value) : String(value).replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ',');
}

/** `1 author`, `1,024 authors` */
export function pluralize(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}
