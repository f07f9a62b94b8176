/** The number behind `--name` on the command line, or what holds without it. */
export function option(name: string, otherwise: number): number {
  const text = textOption(name);
  return text === null ? otherwise : Number(text);
}

/** What stands behind `--name` on the command line; null where nothing does. */
export function textOption(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}
