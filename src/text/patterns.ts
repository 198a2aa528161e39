/**
 * A pattern for texts that consist of parts, one after the other. The text is divided in one way only: a part that matched is
 * not tried again differently, so that the time is linear even if parts can begin with one another. Put longer alternatives
 * before their beginnings.
 *
 * @param part the source of a pattern without numbered groups
 */
export function consistingOf(part: string, flags: string): RegExp {
  // A lookahead is never entered again, so its group cannot change (https://tc39.es/ecma262/#sec-compileassertion).
  return new RegExp(`^(?:(?=(${part}))\\1)+$`, flags);
}
