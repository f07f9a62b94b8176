/** An AudioContext, by the name that Safari 14.0 has for it where it must be; null where a browser has none. */
export function makeAudioContext(): AudioContext | null {
  const legacy = window as { webkitAudioContext?: typeof AudioContext };
  const Context = window.AudioContext ?? legacy.webkitAudioContext;
  return Context ? new Context() : null;
}
