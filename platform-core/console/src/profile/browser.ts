const BROWSERS: [RegExp, string][] = [
  [/Edg\w*\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What people call the browser that names itself so; what they cannot know is left out. */
export function browserOf(agent: string): string {
  const browser = BROWSERS.find(([form]) => form.test(agent));
  const system = SYSTEMS.find(([form]) => form.test(agent))?.[1];
  const name = browser ? `${browser[1]} ${browser[0].exec(agent)?.[1] ?? ''}`.trim() : '';
  return [name, system].filter(Boolean).join(', ') || agent.slice(0, 40);
}
