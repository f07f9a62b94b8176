import type { ReactNode } from 'react';
import { Bank } from '../bank/Bank.tsx';
import { Decks } from '../decks/Decks.tsx';
import { Boards } from './Boards.tsx';
import { Classrooms } from './Classrooms.tsx';
import { Partners } from './Partners.tsx';
import { People } from './People.tsx';
import type { PanelProps } from './panel-props.ts';
import { Schools } from './Schools.tsx';
import { Sessions } from './Sessions.tsx';
import { Settings } from './Settings.tsx';
import { Timetable } from './Timetable.tsx';
import type { Tab } from './tabs-of.ts';

/** What each tab shows. */
export const PANELS: Readonly<Record<Tab, (props: PanelProps) => ReactNode>> = {
  people: People,
  classrooms: Classrooms,
  timetable: Timetable,
  questions: Bank,
  slides: Decks,
  boards: Boards,
  partners: Partners,
  settings: Settings,
  schools: Schools,
  sessions: Sessions,
};
