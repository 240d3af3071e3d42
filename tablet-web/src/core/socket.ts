import { ServerClock } from "./clock.ts";
import { clientProblem, ProblemError } from "./problem.ts";

/** Where access tokens come from, and who says that there is a new one. */
export interface Tokens {
  token(): Promise<string>;
  refresh(): Promise<string>;
  subscribe(listener: () => void): () => void;
}

/** ms: shortest and longest pause before a new attempt, time between pings, wait for any answer. */
export type Pauses = { backoffMin: number; backoffMax: number; ping: number; answer: number };
const usual: Pauses = { backoffMin: 300, backoffMax: 5_000, ping: 10_000, answer: 6_000 };

/** Close codes: who leaves is forgotten, who was cut off is waited for. */
const leaving = 1000;
const silent = 4010;

export interface SocketOptions {
  url: string;
  tokens: Tokens;
  WebSocket?: typeof WebSocket;
  random?: () => number;
  now?: () => number;
  pauses?: Partial<Pauses>;
}

export type SocketState<Reason extends string> =
  | { kind: "connecting" }
  | { kind: "live" }
  /** Lost; `since` by the server's clock. It goes on trying. */
  | { kind: "offline"; since: number }
  | { kind: "ended"; reason: Reason | "signed-out" };

/** A frame of either protocol; `welcome` and `pong` carry the server's clock. */
export type Frame = { t: string; n?: number; now?: number };

/** What a protocol adds to the socket. */
export interface SocketOwner<Reason extends string> {
  protocol: string;
  /** Close codes after which it makes no sense to try again. */
  endings: Record<number, Reason>;
  hello(token: string): object;
  /** Greeted: what waits may be written now. */
  welcomed(frame: Frame): void;
  frame(frame: Frame): void;
  changed(state: SocketState<Reason>): void;
}

/**
 * A WebSocket that stays: says hello with a token and renews it, notices silence, connects again with growing pauses. What
 * the frames mean is its owner's.
 */
export class SteadySocket<Reason extends string> {
  readonly clock: ServerClock;
  private readonly options: SocketOptions;
  private readonly owner: SocketOwner<Reason>;
  private readonly pauses: Pauses;
  private current: SocketState<Reason> = { kind: "connecting" };
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

  constructor(options: SocketOptions, owner: SocketOwner<Reason>) {
    this.options = options;
    this.owner = owner;
    this.pauses = { ...usual, ...options.pauses };
    this.clock = new ServerClock(options.now ?? Date.now);
  }

  readonly state = (): SocketState<Reason> => this.current;

  /** Welcomed and not lost: what is written now arrives, or the loss will be noticed. */
  get open(): boolean {
    return this.greeted;
  }

  start(): void {
    if (this.started) return;
    this.started = true;
    this.unsubscribe = this.options.tokens.subscribe(() => void this.renewToken());
    globalThis.addEventListener?.("online", this.retryNow);
    globalThis.addEventListener?.("offline", this.probe);
    void this.connect();
  }

  stop(): void {
    this.started = false;
    this.unsubscribe?.();
    globalThis.removeEventListener?.("online", this.retryNow);
    globalThis.removeEventListener?.("offline", this.probe);
    this.clearTimers();
    this.dropSocket(leaving);
    this.become({ kind: "connecting" });
  }

  write(frame: object): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  /** Writes what the server must answer; silence then means lost. */
  ask(frame: object): void {
    this.write(frame);
    this.expectAnswer();
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
      const out = error instanceof ProblemError && error.problem.code === clientProblem("client:signed-out").code;
      if (out) this.end("signed-out");
      else this.lost();
      return;
    }
    if (!this.started || this.socket) return;
    const Socket = this.options.WebSocket ?? WebSocket;
    const socket = new Socket(this.options.url, this.owner.protocol);
    this.socket = socket;
    this.expectAnswer();
    socket.onopen = () => this.hello(socket, token);
    socket.onmessage = event => {
      if (socket === this.socket) this.receive(JSON.parse(String(event.data)) as Frame);
    };
    socket.onclose = event => {
      if (socket === this.socket) this.closed(event.code);
    };
    socket.onerror = () => undefined; // a close follows and tells more
  }

  private hello(socket: WebSocket, token: string): void {
    if (socket !== this.socket) return;
    this.sentToken = token;
    this.write(this.owner.hello(token));
  }

  private receive(frame: Frame): void {
    this.heard();
    if (frame.t === "welcome") this.welcomed(frame);
    else if (frame.t === "pong") this.pong(frame);
    else this.owner.frame(frame);
  }

  private welcomed(frame: Frame): void {
    this.clock.restart();
    this.clock.observe(frame.now ?? this.localNow());
    this.greeted = true;
    this.failures = 0;
    this.owner.welcomed(frame);
    this.become({ kind: "live" });
    this.ping(this.pauses.answer);
  }

  private pong(frame: Frame): void {
    if (frame.n !== this.pingNumber || frame.now === undefined) return;
    this.clock.observe(frame.now, this.localNow() - this.pingSentAt);
  }

  private closed(code: number): void {
    this.dropSocket();
    if (!this.started) return;
    const reason = this.owner.endings[code];
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

  private end(reason: Reason | "signed-out"): void {
    this.clearTimers();
    this.dropSocket();
    this.become({ kind: "ended", reason });
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

  private dropSocket(code = silent): void {
    const socket = this.socket;
    this.socket = undefined;
    this.greeted = false;
    if (socket && socket.readyState <= 1) socket.close(code);
  }

  private clearTimers(): void {
    clearTimeout(this.timers.ping);
    clearTimeout(this.timers.retry);
    this.heard();
  }

  private localNow(): number {
    return (this.options.now ?? Date.now)();
  }

  private become(state: SocketState<Reason>): void {
    this.current = state;
    this.owner.changed(state);
  }
}

/** A socket's address on the page's own origin. */
export function socketUrl(at: Pick<Location, "protocol" | "host">, path: string): string {
  return `${at.protocol === "https:" ? "wss" : "ws"}://${at.host}${path}`;
}
