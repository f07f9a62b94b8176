import type { InkTool } from '@tongke/shared-types';

/** What the hand does on a page. */
export type InkHand =
  | { readonly kind: 'draw'; readonly tool: Exclude<InkTool, 'text'>; readonly colour: number }
  | { readonly kind: 'write'; readonly colour: number }
  | { readonly kind: 'erase' }
  | { readonly kind: 'point' }
  | { readonly kind: 'zoom' };
