import type { Format } from './format.ts';

/** The module that reads a format, apart from the row of the table, since most runs do not need it and its packages. */
export type ReaderModule = Pick<Format, 'open' | 'confirms'>;

/** A format whose reader is imported when an input needs it, or handed over by who has it already. */
export interface LazyFormat extends Format {
  /** Makes the reader's module known, so that nothing is left to load and an input can be read at once. */
  use(module: ReaderModule): void;
}

export function lazyFormat(
  row: Pick<Format, 'name' | 'description' | 'detect'>,
  importReader: () => Promise<ReaderModule>,
): LazyFormat {
  let loaded: ReaderModule | null = null;
  const reader = (): ReaderModule => {
    if (loaded === null) throw new Error(`the reader of ${row.name} is not loaded: await load() first`);
    return loaded;
  };
  return {
    ...row,
    load: () =>
      loaded === null
        ? importReader().then((module) => {
            loaded = module;
          })
        : null,
    use(module) {
      loaded = module;
    },
    confirms: (head) => reader().confirms?.(head) ?? true,
    open: (output, options) => reader().open(output, options),
  };
}
