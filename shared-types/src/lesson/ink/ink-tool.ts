/** `pen` and `highlighter` follow the hand; the shapes stand between two points, a text begins at one. */
export const INK_TOOLS = ['pen', 'highlighter', 'line', 'arrow', 'rectangle', 'ellipse', 'text'] as const;
export type InkTool = (typeof INK_TOOLS)[number];

/** How many points a stroke of this tool has; null for as many as the hand makes. */
export function pointsOf(tool: InkTool): 1 | 2 | null {
  if (tool === 'pen' || tool === 'highlighter') return null;
  return tool === 'text' ? 1 : 2;
}
