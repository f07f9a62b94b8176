import { type LessonState, lastAct, openSheets, type PeerId, strokeKey } from '@tongke/shared-types';

/** [IK5] The sheet, of those that are shown, on which this person's latest step stands; null where there is none. */
export function undoableSheet(view: LessonState, by: PeerId): string | null {
  const steps = openSheets(view).flatMap((name) => {
    const sheet = view.ink.sheets[name];
    const act = sheet?.acts[lastAct(sheet, by)];
    if (!sheet || !act) return [];
    const touched = 'erased' in act ? act.erased : sheet.strokes.filter((stroke) => strokeKey(stroke) === act.drew);
    return [{ name, latest: Math.max(...touched.map(({ order }) => order)) }];
  });
  return steps.sort((one, other) => other.latest - one.latest)[0]?.name ?? null;
}
