/** [HT2] Whether a browser's Origin header names the host that it talks to; ports count, schemes of one port cannot differ. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.replace(/:(80|443)$/, '').toLowerCase();
}
