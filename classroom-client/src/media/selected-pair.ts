/** One entry of the browser's statistics. */
export type StatsEntry = Readonly<Record<string, unknown>>;

export function entriesOf(report: RTCStatsReport): readonly StatsEntry[] {
  const entries: StatsEntry[] = [];
  report.forEach((entry) => void entries.push(entry));
  return entries;
}

/** The pair of addresses that a connection uses; undefined while there is none. */
export function selectedPair(entries: readonly StatsEntry[]): StatsEntry | undefined {
  const transport = entries.find(({ type }) => type === 'transport');
  return (
    entries.find(({ id, type }) => type === 'candidate-pair' && id === transport?.selectedCandidatePairId) ??
    // Not every browser names it.
    entries.find(
      ({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded',
    )
  );
}
