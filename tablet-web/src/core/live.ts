import type { ServerClock } from "./clock.ts";
import type { CommandName, Commands } from "./commands.ts";
import { newId } from "./ids.ts";
import { clientProblem, ProblemError } from "./problem.ts";
import type { MeView, PartName, Parts, Problem } from "./schemas.ts";
import { type Frame, type SocketOptions, type SocketState, SteadySocket } from "./socket.ts";

export type Audience = "control" | "delegate" | "screen" | "guest" | "technician";
type Refusal = "forbidden" | "no-session" | "version" | "malformed";
export type EndReason = Refusal | "signed-out";
export type LiveState = SocketState<Refusal>;
export type Topic = PartName | "me" | "state" | "pending";
/** The newest state that was kept on the device; `at` by the server's clock. */
export type Kept = { parts: Partial<Parts>; me: MeView | undefined; at: number };
export type Pending = { id: string; name: CommandName; data: object; sentAt: number; onWire: boolean };
export type Done = { id: string; seq: number };

export interface LiveOptions extends SocketOptions {
  session: string;
  as: Audience;
}

type Shown =
  | { t: "state"; seq: number; full: boolean; parts: Partial<Parts> }
  | { t: "me"; seq: number; me: MeView }
  | { t: "done"; id: string; seq: number }
  | { t: "refused"; id: string; problem: Problem };

const endings: Record<number, Refusal> = {
  4000: "malformed",
  4003: "forbidden",
  4004: "no-session",
  4012: "version",
};

/**
 * One person's live view of one session (protocol.md). Keeps the newest value of each part, connects again by itself and
 * resumes; a command stays pending, with the same id, until the server has answered it. Nothing is assumed before the answer.
 */
export class LiveConnection {
  private readonly options: LiveOptions;
  private readonly socket: SteadySocket<Refusal>;
  private readonly listeners = new Map<Topic, Set<() => void>>();
  private readonly waiting = new Map<string, Waiting>();
  private parts: Partial<Parts> = {};
  private own: MeView | undefined;
  private pendingList: readonly Pending[] = [];
  private seq: number | undefined;
  private keptSince: number | undefined;

  constructor(options: LiveOptions) {
    this.options = options;
    this.socket = new SteadySocket(options, {
      protocol: "plenum.v1",
      endings,
      hello: token => this.hello(token),
      welcomed: () => this.resend(),
      frame: frame => this.receive(frame as Frame & Shown),
      changed: state => this.changed(state),
    });
  }

  get session(): string {
    return this.options.session;
  }

  /** Whether what this audience sees is kept on the device. */
  get keeps(): boolean {
    return this.options.as === "delegate" || this.options.as === "guest";
  }

  get clock(): ServerClock {
    return this.socket.clock;
  }

  start(): void {
    this.socket.start();
  }

  /** Leaves; pending commands are kept for a later start. */
  stop(): void {
    this.socket.stop();
  }

  part<P extends PartName>(name: P): Parts[P] | undefined {
    return this.parts[name];
  }

  /** Shows what was kept until the server speaks; it never covers what the server has said. */
  recall(kept: Kept): void {
    if (this.seq !== undefined || this.socket.state().kind === "ended") return;
    this.parts = kept.parts;
    this.own = kept.me;
    this.keptSince = kept.at;
    for (const name of [...(Object.keys(kept.parts) as PartName[]), "me", "state"] as const) this.notify(name);
  }

  /** When what is shown was kept; undefined when the server has said it on this connection. */
  readonly keptAt = (): number | undefined => this.keptSince;

  /** What is worth keeping; undefined before the server has spoken. */
  kept(): Kept | undefined {
    if (this.seq === undefined) return undefined;
    return { parts: this.parts, me: this.own, at: this.clock.now() };
  }

  readonly me = (): MeView | undefined => this.own;
  readonly state = (): LiveState => this.socket.state();
  readonly pending = (): readonly Pending[] => this.pendingList;
  readonly retryNow = (): void => this.socket.retryNow();

  subscribe(topic: Topic, listener: () => void): () => void {
    let set = this.listeners.get(topic);
    if (!set) {
      set = new Set();
      this.listeners.set(topic, set);
    }
    set.add(listener);
    return () => set.delete(listener);
  }

  /** Resolves when the command is durable, throws ProblemError when refused; without a network it waits and is sent later. */
  send<N extends CommandName>(name: N, data: Commands[N], id: string = newId()): Promise<Done> {
    const known = this.waiting.get(id);
    if (known) return known.promise;
    const waiting = newWaiting({ id, name, data, sentAt: this.clock.now(), onWire: false });
    this.waiting.set(id, waiting);
    if (this.socket.open) this.transmit(waiting);
    this.pendingChanged();
    return waiting.promise;
  }

  /** Takes back a command that never reached the wire; false when it may have been decided already. */
  cancel(id: string): boolean {
    const waiting = this.waiting.get(id);
    if (!waiting || waiting.pending.onWire) return false;
    this.settle(id, w => w.reject(new ProblemError(clientProblem("client:network"))));
    return true;
  }

  private hello(token: string): object {
    const { session, as } = this.options;
    return { t: "hello", v: 1, token, session, as, ...(this.seq === undefined ? {} : { after: this.seq }) };
  }

  private resend(): void {
    for (const waiting of this.waiting.values()) this.transmit(waiting);
    this.pendingChanged();
  }

  private receive(frame: Shown): void {
    switch (frame.t) {
      case "state":
        this.takeState(frame.seq, frame.full, frame.parts);
        break;
      case "me":
        this.own = frame.me;
        this.notify("me");
        break;
      case "done":
        this.settle(frame.id, w => w.resolve({ id: frame.id, seq: frame.seq }));
        break;
      case "refused":
        this.settle(frame.id, w => w.reject(new ProblemError(frame.problem)));
        break;
    }
  }

  private takeState(seq: number, full: boolean, changed: Partial<Parts>): void {
    const before = Object.keys(this.parts) as PartName[];
    this.seq = seq;
    this.keptSince = undefined;
    this.parts = full ? changed : { ...this.parts, ...changed };
    const names = new Set([...(Object.keys(changed) as PartName[]), ...(full ? before : [])]);
    for (const name of names) this.notify(name);
  }

  private transmit(waiting: Waiting): void {
    const { id, name, data } = waiting.pending;
    waiting.pending = { ...waiting.pending, onWire: true };
    this.socket.ask({ t: "do", id, name, data });
  }

  private settle(id: string, answer: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    this.pendingChanged();
    answer(waiting);
  }

  private changed(state: LiveState): void {
    this.notify("state");
    if (state.kind !== "ended") return;
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, w => w.reject(new ProblemError(clientProblem("client:ended"))));
    }
  }

  private pendingChanged(): void {
    this.pendingList = [...this.waiting.values()].map(w => w.pending);
    this.notify("pending");
  }

  private notify(topic: Topic): void {
    for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
  }
}

type Waiting = { pending: Pending; promise: Promise<Done>; resolve(done: Done): void; reject(error: Error): void };

function newWaiting(pending: Pending): Waiting {
  let resolve: (done: Done) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Done>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { pending, promise, resolve, reject };
}
