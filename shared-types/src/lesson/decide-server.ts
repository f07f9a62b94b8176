import { mergeBranch } from './branch/merge-branch.ts';
import { startBuzzer } from './buzzer/open-round.ts';
import { pressMeasured } from './buzzer/press.ts';
import type { Context } from './decide/context.ts';
import { cancelLesson, prepareLesson, registerSeats } from './decide/lesson.ts';
import { reportLink } from './decide/links.ts';
import type { Outcome } from './decide/outcome.ts';
import { decidePresence } from './decide/presence.ts';
import { recallLessons } from './decide/recall.ts';
import type { ServerCommand } from './decide/server-command.ts';
import { chooseDeck } from './decide/slides.ts';
import { decideTick } from './decide/tick.ts';
import { decideTracks } from './decide/tracks.ts';
import type { LessonState } from './state.ts';

/** The rules for what the server itself reports; it goes through the lesson's queue like every command. */
export function decideServer(state: LessonState, command: ServerCommand, context: Context): Outcome {
  switch (command.type) {
    case 'lesson.prepare':
      return prepareLesson(state, command, context);
    case 'lesson.cancel':
      return cancelLesson(state, context);
    case 'seat.register':
      return registerSeats(state, command);
    case 'deck.put':
      return chooseDeck(state, command);
    case 'lesson.recall':
      return recallLessons(state, command);
    case 'peer.came':
    case 'peer.went':
      return decidePresence(state, command, context);
    case 'track.publish':
    case 'track.close':
    case 'tracks.keep':
      return decideTracks(state, command);
    case 'link.report':
      return reportLink(state, command, context);
    case 'buzzer.start':
      return startBuzzer(state, command, context);
    case 'press.measured':
      return pressMeasured(state, command, context);
    case 'branch.merge':
      return mergeBranch(state, command, context);
    case 'tick':
      return decideTick(state, context);
  }
}
