/** Roughly what a reader sees of a text, for measuring how long it is: formulas without their commands and braces. */
export function visibleText(text: string): string {
  return text.includes('$') ? text.replace(/\\[a-zA-Z]+\s*|[{}^_$\\]/g, '') : text;
}
