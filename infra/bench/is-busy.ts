/** A machine of which more than half of each core is wanted by others spoils a measurement. */
export function isBusy(load: number, cores: number): boolean {
  return load > 0.5 * cores;
}
