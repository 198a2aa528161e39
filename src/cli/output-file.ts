import { extname } from 'node:path';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { suggestion } from '../text/suggest.ts';

/** @param path as `--output` gives it */
export function isStandardOutput(path: string | undefined): path is '-' | undefined {
  return path === undefined || path === '-';
}

/** The extension of an output file, such as `.csv`; a final `.gz` is ignored. */
export function extensionOf(path: string): string {
  return extname(path.replace(/\.gz$/i, '')).toLowerCase();
}

export function unknownExtension(path: string, known: readonly string[]): InvalidValueError {
  const extension = extensionOf(path);
  return new InvalidValueError(
    `-o ${path}: no format has the extension ${extension}${suggestion(extension, known)}; ` +
      `extensions are ${known.join(' ')}; or name the format with -f`,
  );
}

/**
 * The format of a report: named by the extension of the output file, otherwise `text`.
 *
 * @param path as `--output` gives it
 * @throws InvalidValueError if the file has another extension
 */
export function reportFormat<Name extends string>(path: string | undefined, names: readonly Name[]): Name | 'text' {
  if (isStandardOutput(path) || extensionOf(path) === '') return 'text';
  const extensions = names.map((name) => (name === 'text' ? '.txt' : `.${name}`));
  const name = names[extensions.indexOf(extensionOf(path))];
  if (name === undefined) throw unknownExtension(path, extensions);
  return name;
}
