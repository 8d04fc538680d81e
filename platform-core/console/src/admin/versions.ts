/** Whether version `a` comes after `b`; both are `major.minor.micro`. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = left!.findIndex((part, i) => part !== (right![i] ?? 0));
  return at >= 0 && left![at]! > (right![at] ?? 0);
}
