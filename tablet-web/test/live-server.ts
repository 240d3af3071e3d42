import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

type Frame = { t: string; [field: string]: unknown };

/** A real socket server on a free port that a test plays by hand: it sees every frame and answers when told. */
export class LiveServer {
  readonly frames: Frame[] = [];
  private readonly http: Server;
  private readonly sockets: WebSocketServer;
  private waiting: (() => void)[] = [];
  current: WebSocket | undefined;

  private constructor(http: Server) {
    this.http = http;
    this.sockets = new WebSocketServer({ server: http, handleProtocols: offered => [...offered][0] ?? false });
    this.sockets.on("connection", socket => {
      this.current = socket;
      socket.on("message", data => {
        this.frames.push(JSON.parse(String(data)) as Frame);
        for (const wake of this.waiting.splice(0)) wake();
      });
    });
  }

  static async start(): Promise<LiveServer> {
    const http = createServer();
    await new Promise<void>(ready => http.listen(0, "127.0.0.1", ready));
    return new LiveServer(http);
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.http.address() as AddressInfo).port}/live`;
  }

  /** Waits for the next frame not yet taken that fits, and takes it. */
  async take(t: string): Promise<Frame> {
    for (;;) {
      const at = this.frames.findIndex(frame => frame.t === t);
      const found = at < 0 ? undefined : this.frames.splice(at, 1)[0];
      if (found) return found;
      await new Promise<void>(wake => this.waiting.push(wake));
    }
  }

  send(frame: object): void {
    this.current?.send(JSON.stringify(frame));
  }

  /** Greets as the server does: welcome, state, me. */
  greet(seq: number, parts: object, full = true, now = Date.now()): void {
    this.send({ t: "welcome", v: 1, session: "s1", as: "delegate", now });
    this.send({ t: "state", seq, at: now, full, parts });
    this.me(seq, {});
  }

  /** A delegate's own view, with what the test says. */
  me(seq: number, view: object): void {
    const plain = {
      personId: "p1",
      delegate: true,
      received: true,
      hand: false,
      speaking: false,
      sittings: [],
      ballots: [],
      room: { place: "OUT", mutes: [] },
    };
    this.send({ t: "me", seq, me: { ...plain, ...view } });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    await new Promise<void>(done => this.sockets.close(() => done()));
    await new Promise<void>(done => this.http.close(() => done()));
  }
}
