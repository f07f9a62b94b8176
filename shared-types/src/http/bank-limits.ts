/** What a bank holds and takes in at once. */
export const BANK_LIMITS = {
  subject: 20,
  point: 20,
  points: 8,
  grade: 12,
  /** Questions of one teacher. */
  questions: 5_000,
  /** Questions in one file, and its bytes. */
  rows: 2_000,
  fileBytes: 4_000_000,
  /** Questions of one lesson. */
  lesson: 60,
  page: 30,
} as const;
