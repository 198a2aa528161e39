/** `1,024`, `5.5`. Options would make it sixty times as slow. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

/** `1 author`, `1,024 authors` */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}
