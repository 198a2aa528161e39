import type { Format } from './format.ts';

type ReaderModule = Pick<Format, 'open'>;

/** A format whose reader is a module of its own, because it needs packages that most runs do not. */
export interface LazyFormat extends Format {
  /** Hands the reader's module over, so that nothing is left to load. */
  use(module: ReaderModule): void;
}

export function lazyFormat<const Name extends string>(
  row: Pick<Format, 'detect' | 'isData' | 'readsMails'> & { readonly name: Name },
  importReader: () => Promise<ReaderModule>,
): LazyFormat & { readonly name: Name } {
  let reader: ReaderModule | null = null;
  return {
    ...row,
    load: () =>
      reader === null
        ? importReader().then((module) => {
            reader = module;
          })
        : null,
    use(module) {
      reader = module;
    },
    open(output, options) {
      if (reader === null) throw new Error(`the reader of ${row.name} is not loaded: await load() first`);
      return reader.open(output, options);
    },
  };
}
