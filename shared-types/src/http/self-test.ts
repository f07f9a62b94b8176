/** What a self-test fetches and sends over HTTP to see how fast its link is, in bytes. */
export const SELF_TEST_BYTES = { down: 256 * 1024, up: 128 * 1024 } as const;
