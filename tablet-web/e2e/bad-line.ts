import { connect, createServer, type Server, type Socket } from "node:net";
import { Transform } from "node:stream";

/** What a line does: bytes a second from the server, ms each way, and how long a connection lives at most. */
export interface LineFacts {
  bytesPerSecond: number;
  delayMs: number;
  cutAfterMs: number;
}

const fine: LineFacts = { bytesPerSecond: Number.POSITIVE_INFINITY, delayMs: 0, cutAfterMs: Number.POSITIVE_INFINITY };

/** A TCP proxy of ours before the server: slow, late, and cutting connections in the middle when it is told to. */
export class BadLine {
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  private facts = fine;
  private nextFree = 0;
  /** Bytes that came from the server since the line was made bad. */
  received = 0;
  cuts = 0;

  private constructor(port: number) {
    this.server = createServer(client => this.join(client, connect(port, "127.0.0.1")));
  }

  static async before(url: string): Promise<BadLine> {
    const line = new BadLine(Number(new URL(url).port));
    await new Promise<void>(resolve => line.server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the line is closed");
    return `http://127.0.0.1:${address.port}`;
  }

  become(facts: Partial<LineFacts>): void {
    this.facts = { ...fine, ...facts };
    this.received = 0;
    this.cuts = 0;
    for (const socket of this.open) this.cutLater(socket);
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise(resolve => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    this.open.add(client);
    for (const one of [client, server]) one.setNoDelay(true).on("error", () => undefined);
    client.pipe(this.late(false)).pipe(server);
    server.pipe(this.late(true)).pipe(client);
    const gone = () => {
      this.open.delete(client);
      client.destroy();
      server.destroy();
    };
    client.on("close", gone);
    server.on("close", () => setTimeout(gone, this.facts.delayMs + 50));
    this.cutLater(client);
  }

  private cutLater(socket: Socket): void {
    if (!Number.isFinite(this.facts.cutAfterMs)) return;
    const timer = setTimeout(() => {
      if (socket.destroyed) return;
      this.cuts++;
      socket.destroy();
    }, this.facts.cutAfterMs);
    socket.on("close", () => clearTimeout(timer));
  }

  /** All connections share the one line. */
  private late(down: boolean): Transform {
    return new Transform({
      highWaterMark: 16_384,
      transform: (bytes: Buffer, _, done) => {
        const now = Date.now();
        if (down) {
          this.received += bytes.length;
          this.nextFree = Math.max(now, this.nextFree) + (bytes.length * 1_000) / this.facts.bytesPerSecond;
        }
        const wait = (down ? this.nextFree - now : 0) + this.facts.delayMs;
        if (wait < 1) done(null, bytes);
        else setTimeout(() => done(null, bytes), wait);
      },
    });
  }
}
