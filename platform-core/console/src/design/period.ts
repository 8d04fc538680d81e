/** How a period is counted: what stands before and after the number. */
export const PERIOD_UNITS = ['WD', 'D', 'W', 'M', 'Y', 'H', 'MIN'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

const FORMS: [RegExp, PeriodUnit][] = [
  [/^P(\d+)WD$/, 'WD'],
  [/^P(\d+)D$/, 'D'],
  [/^P(\d+)W$/, 'W'],
  [/^P(\d+)M$/, 'M'],
  [/^P(\d+)Y$/, 'Y'],
  [/^PT(\d+)H$/, 'H'],
  [/^PT(\d+)M$/, 'MIN'],
];

/** A number and what is counted; null when the period is made of several. */
export function parsePeriod(text: string): { number: number; unit: PeriodUnit } | null {
  for (const [form, unit] of FORMS) {
    const found = form.exec(text);
    if (found) return { number: Number(found[1]), unit };
  }
  return null;
}

export function writePeriod(number: number, unit: PeriodUnit): string {
  if (unit === 'H') return `PT${number}H`;
  if (unit === 'MIN') return `PT${number}M`;
  return `P${number}${unit}`;
}
