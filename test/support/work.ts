/** Milliseconds of processor time that the action takes; what else the machine does counts little. */
export function processorTime(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Whether the work grows with its size and no faster: for four times the size it may take four times the time, while a
 * quadratic reader takes sixteen times. The bound lies between them; time too short to be measured is not compared. A
 * disturbed measurement is repeated, which no quadratic reader survives.
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
