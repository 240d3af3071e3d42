/** Digits that people try first: all the same, or counting up or down. */
export function easyPin(pin: string): boolean {
  const steps = new Set<number>();
  for (let at = 1; at < pin.length; at++) steps.add((Number(pin[at]) - Number(pin[at - 1]) + 10) % 10);
  return steps.size === 1 && [0, 1, 9].some(step => steps.has(step));
}
