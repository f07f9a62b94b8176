/** The scale of the bench's voice: `count` notes from `lowest` on, `apart` Hz between neighbours, one each `stepS`, every `stride`-th in turn. */
export const NOTES = { lowest: 500, apart: 250, count: 10, stepS: 0.4, stride: 3 } as const;
