/** @param wanted any of these; `cs` also matches `cs.CL` */
export function categoryTest(wanted: readonly string[]): (categories: readonly string[] | undefined) => boolean {
  const names = wanted.map((name) => name.toLowerCase());
  return (categories = []) =>
    categories.some((category) => {
      const listed = category.toLowerCase();
      return names.some((name) => listed === name || listed.startsWith(`${name}.`));
    });
}
