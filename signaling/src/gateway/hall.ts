import {
  type Actor,
  type ClassroomId,
  type DirectCall,
  type HelloReply,
  type Laser,
  LEAD_PEER,
  type LessonEvent,
  type LessonId,
  type LessonState,
  type LiveStroke,
  type MediaNotice,
  type Names,
  type PeerId,
  type PresentPeer,
  peerOf,
  type Refusal,
  type SeatId,
  type Snapshot,
  type Still,
  type VoiceLevel,
  viewFor,
} from '@tongke/shared-types';
import { type Allowance, TokenBucket } from '../guard/token-bucket.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { Happened, RoomClosed } from '../room/happened.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import { seatsLeft } from '../room/seats-left.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { TimingDesk } from '../timing/timing-desk.ts';
import { maskedText } from '../words/masked-text.ts';
import { visibleBatch } from './audience.ts';
import { HallNames, RENAMING } from './hall-names.ts';
import { HallVoices } from './hall-voices.ts';
import { Members } from './members.ts';
import { assistantOf, keyOfPresent, personKey, presentIn, presentPeer, settledPeer, viewKey } from './person.ts';
import { relayDirect } from './relay-direct.ts';
import { relayInk } from './relay-ink.ts';
import { relayStill, tellLead } from './relay-still.ts';
import { roleChanges, sentAway, unnamedSecond } from './role-changes.ts';
import type { Proof, Session } from './session.ts';
import { StillShelf } from './still-shelf.ts';

export interface HallDeps {
  readonly catalogue: LessonCatalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: TimingDesk;
  /** The room has closed; the hall is of no use any more. */
  readonly onClosed: (why: RoomClosed) => void;
}

type Have = { readonly lessonId: LessonId; readonly version: number; readonly view: string } | null;
type Joined = Extract<HelloReply, { ok: true }>['joined'];

/** Who was present when the server stopped has this long to come back before the register says they went. */
const RETURN_MS = 15_000;

/** Everybody who is connected to one lesson, keyed by who they are. */
export class Hall {
  readonly room: LessonRoom;
  readonly #deps: HallDeps;
  readonly #members: Members;
  readonly #names: HallNames;
  readonly #voices: HallVoices;
  readonly #shelf: StillShelf;
  readonly #paces = new Map<string, TokenBucket>();
  readonly #now = () => this.#deps.clock.now();
  readonly #unfollow: () => void;

  private constructor(room: LessonRoom, deps: HallDeps) {
    this.room = room;
    this.#deps = deps;
    this.#members = new Members(room.lessonId, deps.clock);
    this.#names = new HallNames(room.lessonId, deps);
    this.#voices = new HallVoices(
      deps.clock,
      () => room.state,
      () => this.#members.staff,
    );
    this.#shelf = new StillShelf(deps.clock, (stills) => {
      tellLead(stills, this.#members.staff, this.#standing);
    });
    const happened = (batch: readonly Happened[]) => this.#happened(batch);
    this.#unfollow = room.follow({ happened, closed: (why) => this.#closed(why) }, () => this.#members.size > 0);
    deps.clock.after(RETURN_MS, () => this.#missing());
  }

  /** Opens the hall of a lesson, with its names at hand. */
  static async open(room: LessonRoom, deps: HallDeps): Promise<Hall> {
    const hall = new Hall(room, deps);
    await hall.reloadNames();
    return hall;
  }

  /** The session of a media endpoint, or null when it is not connected. */
  peer(peerId: PeerId): Session | null {
    if (peerId === LEAD_PEER) return this.#members.find('lead')?.session ?? null;
    return (this.#members.find(`board:${peerId}`) ?? this.#members.find(`second:${peerId}`))?.session ?? null;
  }

  /** The session of the tablet that sits on a seat, or null. */
  seat(seatId: SeatId): Session | null {
    return this.#members.find(seatId)?.session ?? null;
  }

  /** [AC6] What somebody who is known here may still send of a kind, however often the link was lost meanwhile. */
  pace(actor: Actor, allowance: Allowance, kind = ''): TokenBucket {
    const person = personKey(actor);
    const key = kind === '' ? person : `${kind} ${person}`;
    const known = this.#paces.get(key);
    if (known) return known;
    const bucket = new TokenBucket(allowance, this.#now);
    this.#paces.set(key, bucket);
    return bucket;
  }

  relay(from: Actor, still: Still): void {
    relayStill(from, still, { listeners: this.#members.staff, shelf: this.#shelf }, this.#standing);
  }

  relayInk(from: Actor, signal: LiveStroke | Laser): void {
    relayInk(from, signal, this.#members.staff, this.room.state);
  }

  relayDirect(from: Actor, call: DirectCall): void {
    relayDirect(from, call, (key) => this.#members.find(key), this.room.state);
  }

  hearVoices(levels: readonly VoiceLevel[]): void {
    this.#voices.hear(levels);
  }

  /** To the lead teacher and every board. */
  tellPeers(notice: MediaNotice): void {
    for (const { session, actor } of this.#members.staff) if (peerOf(actor) !== null) session.send('media', notice);
  }

  /** [RS8] Lets somebody in; an older connection of the same person goes. Answers what the screen starts from. */
  join(session: Session, actor: Actor, proof: Proof, have: Have): Joined {
    const former = this.#members.find(personKey(actor));
    if (former) this.#members.remove(former);
    this.#admit(session, actor, proof);
    if (former && former.session !== session) {
      former.session.phase = { kind: 'awaiting-hello' };
      const otherBoard =
        actor.role === 'board' && former.actor.role === 'board' && former.actor.deviceId !== actor.deviceId;
      former.session.bye(otherBoard ? 'board/already-here' : 'taken-over');
    }
    return this.#start(actor, have);
  }

  /** Somebody's connection is gone, or moves elsewhere. */
  leave(session: Session, cause: string): void {
    const { phase } = session;
    if (phase.kind !== 'joined' || phase.hall !== this) return;
    const peer = presentPeer(phase.actor);
    if (!this.#remove(session, phase.actor)) return;
    if (peer) this.room.report({ type: 'peer.went', peer, cause });
    const assistant = assistantOf(phase.actor);
    if (assistant && !this.#isHere(assistant)) this.room.report({ type: 'peer.went', peer: assistant, cause });
  }

  snapshotFor(actor: Actor): Snapshot {
    const { lessonId, state, version } = this.room;
    return {
      lessonId,
      viewKey: viewKey(actor),
      viewer: withoutSecrets(actor),
      view: viewFor(actor, state),
      version,
      names: this.#namesFor(actor),
    };
  }

  /** Reads the names again and tells everybody who may read them. */
  async reloadNames(): Promise<void> {
    if (!(await this.#names.read())) return;
    const { all } = this.#names;
    if (all) this.room.masked = maskedText(all);
    for (const { session, actor } of this.#members.all) session.send('names', this.#namesFor(actor));
  }

  close(): void {
    this.#unfollow();
    this.#shelf.close();
    this.#voices.close();
    this.#members.close();
  }

  #admit(session: Session, actor: Actor, proof: Proof): void {
    session.phase = { kind: 'joined', hall: this, actor, proof };
    this.#members.add(session, actor, this.room.version);
    this.#deps.timing.enter(this.room.lessonId, actor, session);
    const peer = presentPeer(actor);
    if (peer) this.room.report({ type: 'peer.came', peer });
    const assistant = assistantOf(actor);
    if (assistant) this.room.report({ type: 'peer.came', peer: assistant });
  }

  get #standing() {
    return { state: this.room.state, now: this.#now() };
  }

  #isHere(peer: PresentPeer): boolean {
    if (peer.kind !== 'assistant') return this.#members.find(keyOfPresent(peer)) !== null;
    return this.#members.staff.some(({ actor }) => assistantOf(actor)?.classroomId === peer.classroomId);
  }

  /** True when it was this session that stood for the person. */
  #remove(session: Session, actor: Actor): boolean {
    session.phase = { kind: 'awaiting-hello' };
    this.#deps.timing.leave(session);
    const member = this.#members.find(personKey(actor));
    if (member?.session !== session) return false;
    return this.#members.remove(member);
  }

  #start(actor: Actor, have: Have): Joined {
    const { lessonId, version } = this.room;
    const missed = have?.lessonId === lessonId && have.view === viewKey(actor) ? this.room.since(have.version) : null;
    if (missed === null) return { kind: 'snapshot', snapshot: this.snapshotFor(actor) };
    const from = version - missed.length;
    const batch = { lessonId, from, events: visibleBatch(actor, missed), upTo: version, now: this.#deps.clock.now() };
    return {
      kind: 'events',
      viewer: withoutSecrets(actor),
      viewKey: viewKey(actor),
      batch,
      names: this.#namesFor(actor),
    };
  }

  #namesFor(actor: Actor): Names {
    return this.#names.for(actor, this.room.state);
  }

  #happened(batch: readonly Happened[]): void {
    this.#members.tell(batch);
    const inRoom = (classroomId: ClassroomId) => this.#members.ofClassroom(classroomId);
    for (const { event, before } of batch) {
      this.#endDirect(event, before);
      for (const { session, actor } of roleChanges(event, inRoom)) this.#changeRole(session, actor);
      for (const session of sentAway(event, inRoom)) session.drop();
      const unnamed = unnamedSecond(event);
      if (unnamed !== null) this.#sendOff(unnamed, 'not-allowed');
      const peer = settledPeer(event);
      if (peer && !this.#isHere(peer)) this.room.report({ type: 'peer.went', peer, cause: 'not-here' });
    }
    if (batch.some(({ event }) => RENAMING.includes(event.type))) void this.reloadNames();
  }

  /** [BR8] A board lets go of the tablets whose seats are not any longer theirs. */
  #endDirect(event: LessonEvent, before: LessonState): void {
    for (const seatId of seatsLeft(event, before)) {
      const room = Object.values(before.classrooms).find(({ seats }) => seats[seatId]);
      if (room) this.peer(room.classroomId)?.send('direct', { type: 'over', seatId });
    }
  }

  /** Whoever is here under this key of `personKey` is somebody no longer. */
  #sendOff(key: string, reason: Refusal): void {
    const member = this.#members.find(key);
    if (!member) return;
    this.#remove(member.session, member.actor);
    member.session.bye(reason);
  }

  /** A tablet's seat was taken, freed or given to another device: it goes on as who it now is, or it goes. */
  #changeRole(session: Session, actor: Actor | Refusal): void {
    const { phase } = session;
    if (phase.kind !== 'joined') return;
    if (typeof actor !== 'string' && personKey(actor) === personKey(phase.actor)) return;
    this.#remove(session, phase.actor);
    if (typeof actor === 'string') session.bye(actor);
    else {
      this.join(session, actor, phase.proof, null);
      session.send('snapshot', this.snapshotFor(actor));
    }
  }

  /** After a restart the log still holds people for present who never came back. */
  #missing(): void {
    for (const peer of presentIn(this.room.state)) {
      if (!this.#isHere(peer)) this.room.report({ type: 'peer.went', peer, cause: 'not-back' });
    }
  }

  #closed(why: RoomClosed): void {
    for (const { session } of this.#members.all) {
      session.phase = { kind: 'awaiting-hello' };
      // Behind the answers that are on their way.
      setImmediate(() => session.drop());
    }
    this.close();
    this.#deps.onClosed(why);
  }
}

/** What a screen is told of itself: device keys stay here, as hashes too. */
function withoutSecrets(actor: Actor): Actor {
  return actor.role === 'guest' ? { ...actor, device: '' } : actor;
}
