import type { Format } from './format.ts';

/** The module that reads a format, apart from the row of the table, since it brings packages most runs do not need. */
export type ReaderModule = Pick<Format, 'open'>;

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
    open(output, options) {
      if (loaded === null) throw new Error(`the reader of ${row.name} is not loaded: await load() first`);
      return loaded.open(output, options);
    },
  };
}
