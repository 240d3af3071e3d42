import { ServerClock } from "./clock.ts";
import type { CommandName, Commands } from "./commands.ts";
import { newId } from "./ids.ts";
import { clientProblem, ProblemError } from "./problem.ts";
import type { MeView, PartName, Parts, Problem } from "./schemas.ts";

export type Audience = "control" | "delegate" | "screen" | "guest";
export type EndReason = "signed-out" | "forbidden" | "no-session" | "version" | "malformed";
export type LiveState =
  | { kind: "connecting" }
  | { kind: "live" }
  /** Lost; `since` by the server's clock. It goes on trying. */
  | { kind: "offline"; since: number }
  | { kind: "ended"; reason: EndReason };
export type Topic = PartName | "me" | "state" | "pending";
export type Pending = { id: string; name: CommandName; data: object; sentAt: number; onWire: boolean };
export type Done = { id: string; seq: number };

export interface LiveOptions {
  url: string;
  session: string;
  as: Audience;
  tokens: { token(): Promise<string>; refresh(): Promise<string>; subscribe(listener: () => void): () => void };
  WebSocket?: typeof WebSocket;
  random?: () => number;
  now?: () => number;
  /** ms: shortest and longest pause before a new attempt, time between pings, wait for any answer. */
  pauses?: Partial<Pauses>;
}
type Pauses = { backoffMin: number; backoffMax: number; ping: number; answer: number };
const usual: Pauses = { backoffMin: 300, backoffMax: 5_000, ping: 10_000, answer: 6_000 };

type Frame =
  | { t: "welcome"; now: number }
  | { t: "state"; seq: number; full: boolean; parts: Partial<Parts> }
  | { t: "me"; seq: number; me: MeView }
  | { t: "done"; id: string; seq: number }
  | { t: "refused"; id: string; problem: Problem }
  | { t: "pong"; n: number; now: number };

const endings: Record<number, EndReason> = {
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
  readonly clock: ServerClock;
  private readonly options: LiveOptions;
  private readonly pauses: Pauses;
  private readonly listeners = new Map<Topic, Set<() => void>>();
  private readonly waiting = new Map<string, Waiting>();
  private parts: Partial<Parts> = {};
  private own: MeView | undefined;
  private current: LiveState = { kind: "connecting" };
  private pendingList: readonly Pending[] = [];
  private seq: number | undefined;
  private socket: WebSocket | undefined;
  private greeted = false;
  private failures = 0;
  private pingNumber = 0;
  private pingSentAt = 0;
  private answerDue: number | undefined;
  private timers: Record<"ping" | "silence" | "retry", ReturnType<typeof setTimeout> | undefined> = {
    ping: undefined,
    silence: undefined,
    retry: undefined,
  };
  private unsubscribe: (() => void) | undefined;
  private sentToken = "";
  private started = false;

  constructor(options: LiveOptions) {
    this.options = options;
    this.pauses = { ...usual, ...options.pauses };
    this.clock = new ServerClock(options.now ?? Date.now);
  }

  start(): void {
    if (this.started) return;
    this.started = true;
    this.unsubscribe = this.options.tokens.subscribe(() => void this.renewToken());
    globalThis.addEventListener?.("online", this.retryNow);
    globalThis.addEventListener?.("offline", this.probe);
    void this.connect();
  }

  /** Leaves; pending commands are kept for a later start. */
  stop(): void {
    this.started = false;
    this.unsubscribe?.();
    globalThis.removeEventListener?.("online", this.retryNow);
    globalThis.removeEventListener?.("offline", this.probe);
    this.clearTimers();
    this.dropSocket();
    this.become({ kind: "connecting" });
  }

  part<P extends PartName>(name: P): Parts[P] | undefined {
    return this.parts[name];
  }

  readonly me = (): MeView | undefined => this.own;
  readonly state = (): LiveState => this.current;
  readonly pending = (): readonly Pending[] => this.pendingList;

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
    if (this.greeted) this.transmit(waiting);
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

  readonly retryNow = (): void => {
    if (!this.started || this.socket || this.current.kind === "ended") return;
    clearTimeout(this.timers.retry);
    void this.connect();
  };

  /** Asks the server for a sign of life now; silence means lost. */
  readonly probe = (): void => {
    if (this.greeted) this.ping(Math.min(this.pauses.answer, 2_500));
  };

  private async connect(): Promise<void> {
    let token: string;
    try {
      token = await this.options.tokens.token();
    } catch (error) {
      if (!this.started) return;
      const out = error instanceof ProblemError && error.problem.code === "client:signed-out";
      if (out) this.end("signed-out");
      else this.lost();
      return;
    }
    if (!this.started || this.socket) return;
    const Socket = this.options.WebSocket ?? WebSocket;
    const socket = new Socket(this.options.url, "plenum.v1");
    this.socket = socket;
    this.expectAnswer();
    socket.onopen = () => this.hello(socket, token);
    socket.onmessage = event => {
      if (socket === this.socket) this.receive(String(event.data));
    };
    socket.onclose = event => {
      if (socket === this.socket) this.closed(event.code);
    };
    socket.onerror = () => undefined; // a close follows and tells more
  }

  private hello(socket: WebSocket, token: string): void {
    if (socket !== this.socket) return;
    const { session, as } = this.options;
    this.sentToken = token;
    this.write({ t: "hello", v: 1, token, session, as, ...(this.seq === undefined ? {} : { after: this.seq }) });
  }

  private receive(text: string): void {
    this.heard();
    const frame = JSON.parse(text) as Frame;
    switch (frame.t) {
      case "welcome":
        this.welcomed(frame.now);
        break;
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
      case "pong":
        if (frame.n === this.pingNumber) this.clock.observe(frame.now, this.localNow() - this.pingSentAt);
        break;
    }
  }

  private welcomed(now: number): void {
    this.clock.restart();
    this.clock.observe(now);
    this.greeted = true;
    this.failures = 0;
    for (const waiting of this.waiting.values()) this.transmit(waiting);
    this.pendingChanged();
    this.become({ kind: "live" });
    this.ping(this.pauses.answer);
  }

  private takeState(seq: number, full: boolean, changed: Partial<Parts>): void {
    const before = Object.keys(this.parts) as PartName[];
    this.seq = seq;
    this.parts = full ? changed : { ...this.parts, ...changed };
    const names = new Set([...(Object.keys(changed) as PartName[]), ...(full ? before : [])]);
    for (const name of names) this.notify(name);
  }

  private transmit(waiting: Waiting): void {
    const { id, name, data } = waiting.pending;
    waiting.pending = { ...waiting.pending, onWire: true };
    this.write({ t: "do", id, name, data });
    this.expectAnswer();
  }

  private settle(id: string, answer: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    this.pendingChanged();
    answer(waiting);
  }

  private closed(code: number): void {
    this.dropSocket();
    if (!this.started) return;
    const reason = endings[code];
    if (reason) {
      this.end(reason);
      return;
    }
    if (code === 4001) void this.options.tokens.refresh().then(this.retryNow, () => undefined);
    this.lost();
  }

  private lost(): void {
    this.dropSocket();
    this.clearTimers();
    if (this.current.kind === "live" || this.failures > 0) this.becomeOffline();
    const ceiling = Math.min(this.pauses.backoffMax, this.pauses.backoffMin * 2 ** this.failures);
    this.failures++;
    const pause = this.pauses.backoffMin + (this.options.random ?? Math.random)() * (ceiling - this.pauses.backoffMin);
    this.timers.retry = setTimeout(() => void this.connect(), pause);
  }

  private becomeOffline(): void {
    if (this.current.kind !== "offline") this.become({ kind: "offline", since: this.clock.now() });
  }

  private end(reason: EndReason): void {
    this.clearTimers();
    this.dropSocket();
    this.become({ kind: "ended", reason });
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, w => w.reject(new ProblemError(clientProblem("client:ended"))));
    }
  }

  private async renewToken(): Promise<void> {
    if (!this.greeted) return;
    const token = await this.options.tokens.token().catch(() => undefined);
    if (!token || token === this.sentToken || !this.greeted) return;
    this.sentToken = token;
    this.write({ t: "token", token });
  }

  private ping(patience: number): void {
    clearTimeout(this.timers.ping);
    this.pingSentAt = this.localNow();
    this.write({ t: "ping", n: ++this.pingNumber });
    this.expectAnswer(patience);
    this.timers.ping = setTimeout(() => this.ping(this.pauses.answer), this.pauses.ping);
  }

  /** Anything heard within `patience` ms is a sign of life. A wait that is already running is never made longer. */
  private expectAnswer(patience = this.pauses.answer): void {
    const deadline = this.localNow() + patience;
    if (this.answerDue !== undefined && this.answerDue <= deadline) return;
    clearTimeout(this.timers.silence);
    this.answerDue = deadline;
    this.timers.silence = setTimeout(() => this.lost(), patience);
  }

  private heard(): void {
    clearTimeout(this.timers.silence);
    this.answerDue = undefined;
  }

  private write(frame: object): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  private dropSocket(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.greeted = false;
    if (socket && socket.readyState <= 1) socket.close(1000);
  }

  private clearTimers(): void {
    clearTimeout(this.timers.ping);
    clearTimeout(this.timers.retry);
    this.heard();
  }

  private localNow(): number {
    return (this.options.now ?? Date.now)();
  }

  private pendingChanged(): void {
    this.pendingList = [...this.waiting.values()].map(w => w.pending);
    this.notify("pending");
  }

  private become(state: LiveState): void {
    this.current = state;
    this.notify("state");
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

/** The socket's address on the page's own origin. */
export function liveUrl(at: Pick<Location, "protocol" | "host">): string {
  return `${at.protocol === "https:" ? "wss" : "ws"}://${at.host}/live`;
}
