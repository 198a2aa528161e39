/**
 * A shorter input that fails as well: pieces are taken out, first halves, then lines, then bytes, as long as what is left
 * still fails (Zeller, delta debugging).
 *
 * @param deadline when to stop, as `performance.now()` counts
 */
export async function minimize(
  input: Buffer,
  fails: (candidate: Buffer) => Promise<boolean>,
  deadline: number,
): Promise<Buffer> {
  let best = input;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.length && performance.now() < deadline; ) {
      const candidate = Buffer.concat([best.subarray(0, from), best.subarray(from + size)]);
      if (await fails(candidate)) best = candidate;
      else from += size;
    }
  }
  return best;
}
