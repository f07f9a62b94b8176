import type { ReactNode } from 'react';
import { assistant } from '../i18n/words/assistant.ts';
import { board } from '../i18n/words/board.ts';
import { branch } from '../i18n/words/branch.ts';
import { cheer } from '../i18n/words/cheer.ts';
import { clock } from '../i18n/words/clock.ts';
import { common } from '../i18n/words/common.ts';
import { draw } from '../i18n/words/draw.ts';
import { hands } from '../i18n/words/hands.ts';
import { home } from '../i18n/words/home.ts';
import { ink } from '../i18n/words/ink.ts';
import { leading } from '../i18n/words/leading.ts';
import { link } from '../i18n/words/link.ts';
import { pack } from '../i18n/words/pack.ts';
import { pupil } from '../i18n/words/pupil.ts';
import { questions } from '../i18n/words/questions.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { screen } from '../i18n/words/screen.ts';
import { second } from '../i18n/words/second.ts';
import { selfTest } from '../i18n/words/self-test.ts';
import { slides } from '../i18n/words/slides.ts';
import { teach } from '../i18n/words/teach.ts';
import { works } from '../i18n/words/works.ts';
import '../screens/board/board-sizes.css';
import { Home } from '../screens/home/Home.tsx';
import { mount } from '../ui/mount.tsx';
import { answerStories } from './answer-stories.tsx';
import { lessonStories } from './lesson-stories.tsx';
import { pupilStories } from './pupil-stories.tsx';
import { questionStories } from './question-stories.tsx';
import { selfTestStories } from './self-test-stories.tsx';

/** Screens without a server, for the eye: `/gallery.html?story=pupil-buzzer`. Served in development only. */
const STORIES: Readonly<Record<string, () => ReactNode>> = {
  home: () => <Home />,
  ...pupilStories,
  ...lessonStories,
  ...questionStories,
  ...answerStories,
  ...selfTestStories,
};

const story = STORIES[new URLSearchParams(location.search).get('story') ?? ''];

function Contents() {
  return (
    <ul>
      {Object.keys(STORIES).map((name) => (
        <li key={name}>
          <a href={`?story=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

// Boards size everything by their height: only for stories of the board.
if (/^(board|wall)-/.test(new URLSearchParams(location.search).get('story') ?? ''))
  document.documentElement.dataset.sizes = 'board';

mount(
  {
    questions,
    slides,
    assistant,
    board,
    common,
    refusal: refusalStaff,
    hands,
    home,
    pupil,
    teach,
    draw,
    leading,
    link,
    second,
    selfTest,
    screen,
    clock,
    cheer,
    works,
    ink,
    pack,
    branch,
  },
  story ?? (() => <Contents />),
);
