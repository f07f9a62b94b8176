/** An instant as a field for date and time wants it, in the time zone of this device: `2026-09-01T08:30`. */
export function localMinute(at: number): string {
  const minute = 60_000;
  return new Date(at - new Date(at).getTimezoneOffset() * minute).toISOString().slice(0, 16);
}
