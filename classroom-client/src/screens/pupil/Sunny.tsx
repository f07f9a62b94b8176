import css from './Sunny.module.css';

const MOUTH = {
  calm: 'M38 62q12 9 24 0',
  happy: 'M34 58q16 22 32 0z',
  speak: 'M50 58a8 9 0 1 0 .01 0z',
  sleep: 'M44 64h12',
} as const;

const RAYS = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330];

/** A small sun whose face fits the moment; only for the eye. */
export function Sunny({ mood }: { readonly mood: keyof typeof MOUTH }) {
  const asleep = mood === 'sleep';
  return (
    <svg aria-hidden="true" viewBox="0 0 100 100" className={css.sunny}>
      <g className={css.rays}>
        {RAYS.map((angle) => (
          <rect key={angle} x="48" y="2" width="4" height="11" rx="2" transform={`rotate(${angle} 50 50)`} />
        ))}
      </g>
      <circle cx="50" cy="50" r="32" className={css.face} />
      {asleep ? (
        <path d="M34 48q5 4 10 0M56 48q5 4 10 0" className={css.line} />
      ) : (
        <g className={css.eyes}>
          <circle cx="40" cy="46" r="3.6" />
          <circle cx="60" cy="46" r="3.6" />
        </g>
      )}
      <path d={MOUTH[mood]} className={mood === 'happy' || mood === 'speak' ? css.eyes : css.line} />
    </svg>
  );
}
