const GROUPED = /^\d{1,3}(?:,\d{3}){1,4}$/;
const PLAIN = /^\d{1,15}$/;
const SCALED = /^(\d{1,6}(?:\.\d{1,6})?)([kKmM])$/;

/**
 * A printed count: `12`, `1,024`, `11.3k` (11300), `1.2M`.
 *
 * @returns the count; null if the whole text is not a count (`12 points`, `1.5`)
 */
export function parseCount(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  const scaled = SCALED.exec(text);
  if (scaled === null) return null;
  return Math.round(Number(scaled[1]) * (scaled[2]?.toLowerCase() === 'k' ? 1e3 : 1e6));
}
