interface AcousticRoom {
  /** How loud the microphone hears the loudspeaker; 1: as loud as it is played. */
  readonly gain: number;
  /** The browser's echo canceller takes all of it out again, where it is asked for. */
  readonly cancels: boolean;
}
declare global {
  interface Window {
    tongkeRoom?: AcousticRoom;
  }
}

/**
 * Runs inside a page: from now on microphones that are opened hear what the page's loudspeaker plays in a quiet room, for a browser's
 * fake microphone hears nothing but its file. Called again, it is another room.
 */
export function installAcousticRoom(room: AcousticRoom): void {
  const known = window.tongkeRoom !== undefined;
  window.tongkeRoom = room;
  if (known) return;
  const air = new AudioContext();
  const loudspeaker = air.createGain();
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    const { srcObject, muted } = this;
    if (!muted && srcObject instanceof MediaStream && srcObject.getAudioTracks().length > 0)
      air.createMediaStreamSource(srcObject).connect(loudspeaker);
    return play.call(this);
  };
  const { mediaDevices } = navigator;
  const capture = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await capture(wanted);
    const [voice] = stream.getAudioTracks();
    if (!voice) return stream;
    await air.resume();
    const cancels = typeof wanted?.audio === 'object' && wanted.audio.echoCancellation === true;
    const quiet = air.createGain();
    quiet.gain.value = 0.001;
    const walls = air.createGain();
    walls.gain.value = cancels && window.tongkeRoom?.cancels ? 0 : (window.tongkeRoom?.gain ?? 0);
    const heard = air.createMediaStreamDestination();
    air
      .createMediaStreamSource(new MediaStream([voice]))
      .connect(quiet)
      .connect(heard);
    loudspeaker.connect(walls).connect(heard);
    const [mixed] = heard.stream.getAudioTracks() as [MediaStreamTrack];
    const stop = mixed.stop.bind(mixed);
    mixed.stop = () => {
      voice.stop();
      stop();
    };
    return new MediaStream([mixed, ...stream.getVideoTracks()]);
  };
}
