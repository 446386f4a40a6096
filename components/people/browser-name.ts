// In this order: Edge and Opera also call themselves Chrome, Chrome also Safari.
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const find = (rows: readonly [RegExp, string][], text: string): string | undefined =>
  rows.find(([pattern]) => pattern.test(text))?.[1];

/** A browser in words, from the User-Agent that it sent: enough to tell one's own from a stranger's. */
export function browserName(userAgent: string | null): string {
  const text = userAgent ?? '';
  const browser = find(BROWSERS, text) ?? 'A browser';
  const system = find(SYSTEMS, text);
  return system ? `${browser} on ${system}` : browser;
}
