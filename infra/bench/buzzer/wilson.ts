/** The lower end of Wilson's 95 % interval for a share (Wilson, "Probable inference", 1927): what so few trials leave no doubt of. */
export function wilsonLower(successes: number, trials: number): number {
  if (trials === 0) return Number.NaN;
  const z = 1.959964;
  const share = successes / trials;
  const middle = share + z ** 2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return (middle - reach) / (1 + z ** 2 / trials);
}
