/** What `read` makes of the first item of which it makes anything; undefined if there is no such item. */
export function firstOf<Item, Found>(
  items: Iterable<Item>,
  read: (item: Item) => Found | null | undefined,
): Found | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== null && found !== undefined) return found;
  }
  return undefined;
}
