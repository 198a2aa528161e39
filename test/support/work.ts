/** The processor time of the action in milliseconds, which other processes hardly affect. */
export function processorTime(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Whether the time grows linearly. For four times the size, linear work takes four times as long and quadratic work sixteen
 * times; the bound is between them. Times too short to measure are not compared. Failed measurements are repeated, since they
 * may have been disturbed.
 */
export function growsLinearly(work: (times: number) => void): boolean {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const small = Math.min(
      processorTime(() => work(1)),
      processorTime(() => work(1)),
    );
    if (processorTime(() => work(4)) < 9 * Math.max(small, 20)) return true;
  }
  return false;
}
