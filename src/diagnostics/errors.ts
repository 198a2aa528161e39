/** An option has a value that cannot be used; the message says why. */
export class InvalidValueError extends Error {
  override readonly name = 'InvalidValueError';
}

/** A source cannot be read completely; the message says why, without naming the source. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
