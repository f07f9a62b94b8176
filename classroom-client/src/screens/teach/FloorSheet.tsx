import type { ClassroomId, Command } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Radio } from '../../ui/Radio.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { presenceOf } from '../assistant/room-of.ts';
import { HandMark } from '../shared/HandMark.tsx';
import { DrawFrom } from './DrawFrom.tsx';
import { FloorRooms } from './FloorRooms.tsx';
import css from './FloorSheet.module.css';
import { HandNote } from './HandNote.tsx';
import { Segments } from './Segments.tsx';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';
import { TURN_CHOICES } from './turn-seconds.ts';

interface Props extends TeachProps {
  /** How long the turn lasts, in s; null until somebody ends it. */
  readonly seconds: number | null;
  readonly onSeconds: (seconds: number | null) => void;
  readonly onGive: (turn: GivenTurn) => void;
  /** Shows whom of this classroom the turn may go to. */
  readonly onRoom: (classroomId: ClassroomId, listen: boolean) => void;
  /** Lets several classrooms speak. */
  readonly onOpen: (command: Extract<Command, { type: 'floor.open' }>) => void;
  /** Draws a pupil by lot, from one classroom or from all. */
  readonly onDraw: (classroomId: ClassroomId | null) => void;
  readonly onClose: () => void;
}

/** Whose turn it is to be, and who hears it. */
export type GivenTurn = Omit<Extract<Command, { type: 'turn.give' }>, 'type' | 'seconds'>;

const CHOICES = ['single', 'anyone', 'dialogue', 'panel', 'round-robin', 'chorus', 'draw'] as const;

/** No limit, among numbers of seconds. */
const UNLIMITED = 0;

/** In which way the floor is held and for how long, then who speaks: raised hands in their order, then any classroom that is here. */
export function FloorSheet({ seconds, onSeconds, onOpen, onDraw, onClose, ...props }: Props) {
  const t = useT();
  const [mode, setMode] = useState<(typeof CHOICES)[number]>('single');
  const [listen, setListen] = useState(false);
  return (
    <Sheet title={t('teach.giveTurnTo')} place="side" onClose={onClose}>
      <div role="radiogroup" aria-label={t('teach.howToSpeak')} className={css.modes}>
        {CHOICES.map((value) => (
          <Radio key={value} checked={value === mode} className={css.mode} onChoose={() => setMode(value)}>
            {t(`teach.floor-${value}`)}
          </Radio>
        ))}
      </div>
      <p className={classNames('muted', css.line)}>{t(`teach.floorLine-${mode}`)}</p>
      <Segments
        label={t('teach.turnLength')}
        value={seconds ?? UNLIMITED}
        onChange={(value) => onSeconds(value === UNLIMITED ? null : value)}
        options={TURN_CHOICES.map((value) => ({
          value: value ?? UNLIMITED,
          words: value === null ? t('teach.turnUnlimited') : t('teach.seconds', { seconds: value }),
        }))}
      />
      {mode === 'single' || mode === 'anyone' ? (
        <>
          <Switch label={t('teach.listenOnly')} on={listen} onChange={setListen} />
          <OneSpeaker {...props} anyone={mode === 'anyone'} listen={listen} />
        </>
      ) : mode === 'draw' ? (
        <DrawFrom view={props.view} onDraw={onDraw} />
      ) : mode === 'chorus' ? (
        <>
          <p className="muted">{t('teach.chorusLine')}</p>
          <Button
            look="next"
            size="large"
            wide
            onClick={() => onOpen({ type: 'floor.open', mode, classroomIds: [], seconds })}
          >
            {t('teach.openFloor')}
          </Button>
        </>
      ) : (
        <FloorRooms
          key={mode}
          view={props.view}
          mode={mode}
          onOpen={(classroomIds) => onOpen({ type: 'floor.open', mode, classroomIds: [...classroomIds], seconds })}
        />
      )}
    </Sheet>
  );
}

interface OneProps extends Omit<Props, 'seconds' | 'onSeconds' | 'onOpen' | 'onDraw' | 'onClose'> {
  readonly anyone: boolean;
  readonly listen: boolean;
}

function OneSpeaker({ view, names, now, onGive, onRoom, anyone, listen }: OneProps) {
  const t = useT();
  const rooms = Object.values(view.classrooms).filter(({ own, board, left }) => own || (board.online && !left));
  return (
    <>
      {!anyone && (
        <>
          <h3>{t('teach.inQueue')}</h3>
          {view.hands.length === 0 && <p className="muted">{t('teach.noHands')}</p>}
          <div className={css.list}>
            {view.hands.map((hand) => (
              <Tile
                key={`${hand.classroomId} ${hand.seatId ?? ''}`}
                title={
                  <>
                    <HandMark /> {speakerName(t, { view, names }, hand)}
                  </>
                }
                note={<HandNote view={view} now={now} hand={hand} />}
                onClick={() => onGive({ classroomId: hand.classroomId, seatId: hand.seatId, listen })}
              />
            ))}
          </div>
        </>
      )}
      <h3>{t(anyone ? 'teach.whichClass' : 'teach.anyClassroom')}</h3>
      <div className={css.rooms}>
        {rooms.map(({ classroomId, name, ...room }) => (
          <Tile
            key={classroomId}
            title={name}
            note={t('teach.present', { ...presenceOf(room) })}
            onClick={() =>
              anyone ? onGive({ classroomId, seatId: null, anyone, listen }) : onRoom(classroomId, listen)
            }
          />
        ))}
      </div>
    </>
  );
}
