/** The limit of time or memory; none while coverage is measured, because counting takes more of both than the work. */
export function uncounted(limit: number): number {
  return process.env.OFFPRINT_COVERAGE === undefined ? limit : Number.POSITIVE_INFINITY;
}

/** The processor time of the action in milliseconds, which other processes hardly affect. */
export function processorTime(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A busy machine may disturb a measurement, but hardly every one. */
const MOST_ATTEMPTS = 4;

/** Whether the action takes less processor time than that, in milliseconds. What takes longer is measured again. */
export function takesLessThan(limit: number, action: () => void): boolean {
  return Array.from({ length: MOST_ATTEMPTS }).some(() => processorTime(action) < uncounted(limit));
}

/**
 * Whether the time grows linearly. For four times the size, linear work takes four times as long and quadratic work sixteen
 * times; the bound is between them. Times too short to measure are not compared. Failed measurements are repeated, since they
 * may have been disturbed.
 */
export function growsLinearly(work: (times: number) => void): boolean {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const small = Math.min(
      processorTime(() => work(1)),
      processorTime(() => work(1)),
    );
    if (processorTime(() => work(4)) < 9 * Math.max(small, 20)) return true;
  }
  return false;
}
