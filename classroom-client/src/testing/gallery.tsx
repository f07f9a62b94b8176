import type { ReactNode } from 'react';
import { common } from '../i18n/words/common.ts';
import { home } from '../i18n/words/home.ts';
import { pupil } from '../i18n/words/pupil.ts';
import { refusal } from '../i18n/words/refusal.ts';
import { Home } from '../screens/home/Home.tsx';
import { mount } from '../ui/mount.tsx';
import { pupilStories } from './pupil-stories.tsx';

/** Screens without a server, for the eye: `/gallery.html?story=pupil-buzzer`. Served in development only. */
const STORIES: Readonly<Record<string, () => ReactNode>> = { home: () => <Home />, ...pupilStories };

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

mount({ common, refusal, home, pupil }, story ?? (() => <Contents />));
