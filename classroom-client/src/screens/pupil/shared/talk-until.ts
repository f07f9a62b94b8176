/** How long a team talks before it answers, in ms; half of the time that is left where that is less. */
const TALK_MS = 5_000;

/** When a team may answer that came together at `chosenAt`; never before the rules take it ([QZ11]). All in ms of the server's clock. */
export function talkUntil(
  { opensAt, closesAt }: { readonly opensAt: number; readonly closesAt: number },
  chosenAt: number,
) {
  const from = Math.max(opensAt, chosenAt);
  return from + Math.min(TALK_MS, Math.max(0, closesAt - from) / 2);
}
