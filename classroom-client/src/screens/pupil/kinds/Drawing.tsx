import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import css from './Photo.module.css';

/** The paper, in px of the picture; the screen shows it smaller or larger. */
const PAPER = { width: 1200, height: 1200 };
const PEN = { pen: { colour: '#14213d', width: 8 }, eraser: { colour: '#fff', width: 60 } } as const;

interface Props {
  /** What was drawn before, to go on with. */
  readonly begun: Blob | null;
  readonly onDrawn: (picture: Blob) => void;
  readonly onBack: () => void;
}

/** Paper on the screen: pen, eraser, and a clean sheet. */
export function Drawing({ begun, onDrawn, onBack }: Props) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<readonly [number, number] | null>(null);
  const [tool, setTool] = useState<keyof typeof PEN>('pen');
  const [empty, setEmpty] = useState(true);
  const clear = () => {
    const context = canvas.current?.getContext('2d');
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, PAPER.width, PAPER.height);
    }
    setEmpty(true);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet is laid out once.
  useEffect(() => {
    clear();
    if (!begun) return;
    const url = URL.createObjectURL(begun);
    const image = new Image();
    image.onload = () => {
      canvas.current?.getContext('2d')?.drawImage(image, 0, 0);
      URL.revokeObjectURL(url);
      setEmpty(false);
    };
    image.src = url;
  }, []);
  const line = (to: readonly [number, number]) => {
    const context = canvas.current?.getContext('2d');
    const start = from.current;
    if (!context || !start) return;
    const { colour, width } = PEN[tool];
    Object.assign(context, { strokeStyle: colour, lineWidth: width, lineCap: 'round' });
    context.beginPath();
    context.moveTo(...start);
    context.lineTo(...to);
    context.stroke();
    from.current = to;
  };
  const onDown = (event: PointerEvent) => {
    canvas.current?.setPointerCapture?.(event.pointerId);
    from.current = placeOf(event);
    line(from.current);
    if (tool === 'pen') setEmpty(false);
  };
  const done = () => canvas.current?.toBlob((picture) => picture && onDrawn(picture), 'image/png');
  return (
    <div className={css.photo}>
      <div className={css.frame}>
        <canvas
          ref={canvas}
          {...PAPER}
          role="img"
          aria-label={t('answer.drawing')}
          className={css.sheet}
          onPointerDown={onDown}
          onPointerMove={(event) => line(placeOf(event))}
          onPointerUp={() => {
            from.current = null;
          }}
          onPointerCancel={() => {
            from.current = null;
          }}
        />
      </div>
      <div className={css.tools}>
        {(['pen', 'eraser'] as const).map((one) => (
          <Button
            key={one}
            look={tool === one ? 'live' : 'plain'}
            aria-pressed={tool === one}
            onClick={() => setTool(one)}
          >
            {t(`answer.${one}`)}
          </Button>
        ))}
        <Button disabled={empty} onClick={clear}>
          {t('answer.clear')}
        </Button>
      </div>
      <div className={css.two}>
        <Button size="large" wide onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button look="next" size="large" wide disabled={empty} onClick={done}>
          {t('answer.drawn')}
        </Button>
      </div>
    </div>
  );
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent): readonly [number, number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [((clientX - left) / width) * PAPER.width, ((clientY - top) / height) * PAPER.height];
}
