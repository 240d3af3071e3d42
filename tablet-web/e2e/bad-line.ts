import { connect, createServer, type Server, type Socket } from "node:net";

/** What a line does, the same in both directions. */
export interface LineFacts {
  bytesPerSecond: number;
  /** There and back, ms. */
  roundTripMs: number;
  /** Share of the packets that are lost, 0 to 1. */
  loss: number;
  /** How long a connection lives at most. */
  cutAfterMs: number;
}

const fine: LineFacts = {
  bytesPerSecond: Number.POSITIVE_INFINITY,
  roundTripMs: 0,
  loss: 0,
  cutAfterMs: Number.POSITIVE_INFINITY,
};

/** A commune's mobile line on a bad day. */
export const commune = { bytesPerSecond: 300_000 / 8, roundTripMs: 600, loss: 0.05 };

/** What TCP puts into one packet. */
const packetBytes = 1_400;
/** How many bytes TCP has under way at least and at most without an answer. */
const window = { least: 32_768, most: 1_048_576 };
/** TCP waits at least this long before it sends anew what nothing came back for (RFC 6298). */
const timeoutMs = 1_000;

/**
 * A TCP proxy of ours before the server: slow, late, losing packets and cutting connections when it is told to.
 *
 * A proxy cannot lose bytes of a TCP stream, only hold them back as TCP itself would: a lost packet and all behind it are delivered after it was sent
 * again, which takes the sender a round trip to notice when three more packets follow it, else the timeout of RFC 6298 (at least a
 * second, twice the round trip); the repeated packet takes its time on the line again, and may be lost again. That a sender slows down after a loss is not modelled.
 */
export class BadLine {
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  private readonly random: () => number;
  private facts = fine;
  private down = false;
  private swallowing = false;
  private readonly ways = { up: new Way(), down: new Way() };
  /** Bytes that came out at the tablet since the line was made bad. */
  received = 0;
  cuts = 0;
  lost = 0;

  private constructor(port: number, seed: number) {
    this.random = dice(seed);
    this.server = createServer(client => {
      if (this.down) return void client.destroy();
      if (this.swallowing) return this.hold(client);
      this.join(client, connect(port, "127.0.0.1"));
    });
  }

  /** The same seed loses the same share of packets in the same order of chance. */
  static async before(url: string, seed = 1): Promise<BadLine> {
    const line = new BadLine(Number(new URL(url).port), seed);
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
    this.lost = 0;
    for (const socket of this.open) this.cutLater(socket);
  }

  /** Nothing gets through until `up`. */
  cut(): void {
    this.down = true;
    this.break();
  }

  /** Packets vanish until `up`: connections stand, and nothing is ever heard on them. */
  swallow(): void {
    this.swallowing = true;
  }

  up(): void {
    // Bytes are missing in what stands.
    if (this.swallowing) this.break();
    this.down = false;
    this.swallowing = false;
  }

  /** Ends what is open now; new connections are let in. */
  break(): void {
    if (this.open.size > 0) this.cuts++;
    for (const socket of [...this.open]) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise(resolve => this.server.close(resolve));
  }

  private hold(client: Socket): void {
    this.open.add(client);
    client.on("error", () => undefined).on("close", () => this.open.delete(client));
    client.resume();
  }

  private join(client: Socket, server: Socket): void {
    this.open.add(client);
    for (const one of [client, server]) one.setNoDelay(true).on("error", () => undefined);
    this.carry(client, server, this.ways.up, () => undefined);
    this.carry(server, client, this.ways.down, bytes => {
      this.received += bytes;
    });
    client.on("close", () => {
      this.open.delete(client);
      server.destroy();
    });
    this.cutLater(client);
  }

  private cutLater(socket: Socket): void {
    if (!Number.isFinite(this.facts.cutAfterMs)) return;
    // Not all at once: half to the whole of the time.
    const timer = setTimeout(
      () => {
        if (socket.destroyed) return;
        this.cuts++;
        socket.destroy();
      },
      this.facts.cutAfterMs * (0.5 + this.random() / 2),
    );
    socket.on("close", () => clearTimeout(timer));
  }

  /** One way of one connection: packets come out in order, each when its time has come. */
  private carry(from: Socket, to: Socket, way: Way, out: (bytes: number) => void): void {
    const under: { packet: Buffer; at: number }[] = [];
    let bytes = 0;
    let last = Date.now() + this.facts.roundTripMs; // TCP says hello first
    let ended = false;
    let timer: NodeJS.Timeout | undefined;
    const deliver = () => {
      timer = undefined;
      const now = Date.now();
      for (let first = under[0]; first && first.at <= now; first = under[0]) {
        under.shift();
        bytes -= first.packet.length;
        if (to.destroyed) return;
        if (this.swallowing) continue;
        to.write(first.packet);
        out(first.packet.length);
      }
      if (bytes < this.underWay()) from.resume();
      if (under[0]) timer = setTimeout(deliver, under[0].at - now);
      else if (ended) to.end();
    };
    from.on("data", (chunk: Buffer) => {
      for (let at = 0; at < chunk.length; at += packetBytes) {
        const packet = chunk.subarray(at, at + packetBytes);
        const followers = Math.floor((chunk.length - at - packet.length) / packetBytes);
        last = Math.max(last, this.arrival(way, packet.length, followers));
        under.push({ packet, at: last });
        bytes += packet.length;
      }
      if (bytes >= this.underWay()) from.pause();
      if (!timer) deliver();
    });
    from.on("end", () => {
      ended = true;
      if (!timer) deliver();
    });
    to.on("close", () => clearTimeout(timer));
  }

  /** Twice what fits into the line, as TCP's window grows to. */
  private underWay(): number {
    const { bytesPerSecond, roundTripMs } = this.facts;
    return Math.min(window.most, Math.max(window.least, (bytesPerSecond * 2 * roundTripMs) / 1_000));
  }

  /** When a packet that is sent now comes out, with all its repetitions. */
  private arrival(way: Way, bytes: number, followers: number): number {
    const { roundTripMs, bytesPerSecond, loss } = this.facts;
    let at = way.send(Date.now(), bytes / bytesPerSecond) + roundTripMs / 2;
    let wait = followers >= 3 ? roundTripMs : Math.max(timeoutMs, 2 * roundTripMs);
    while (this.random() < loss) {
      this.lost++;
      way.send(Date.now(), bytes / bytesPerSecond);
      at += wait;
      wait = Math.max(timeoutMs, 2 * wait);
    }
    return at;
  }
}

/** One direction of the line, shared by all connections. */
class Way {
  private free = 0;

  /** When the last bit has left, ms. */
  send(now: number, seconds: number): number {
    this.free = Math.max(now, this.free) + seconds * 1_000;
    return this.free;
  }
}

/** Mulberry32: numbers in [0, 1) that are the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
