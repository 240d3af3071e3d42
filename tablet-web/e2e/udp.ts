import { createSocket, type RemoteInfo, type Socket } from "node:dgram";

const near = "127.0.0.2";
const far = "127.0.0.1";

/** Somebody's way to the bridge, known by the port of the own side. */
type Path = { socket: Socket; whole: boolean };

/**
 * The network between browsers and the media bridge: stands at an address of its own, which the bridge tells browsers, and
 * carries every datagram on. One person's path can be cut without a word, both ways.
 */
export class UdpNetwork {
  readonly address = near;
  readonly port: number;
  private readonly socket: Socket;
  private readonly paths = new Map<number, Path>();
  private whole = true;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.port = socket.address().port;
    socket.on("message", (data, from) => this.carry(data, from));
  }

  static async lay(): Promise<UdpNetwork> {
    const socket = createSocket("udp4");
    await new Promise<void>(ready => socket.bind(0, near, ready));
    return new UdpNetwork(socket);
  }

  /** What comes from these ports of browsers, and what goes there, is lost; so is what comes from any new one. */
  cut(ports: readonly number[]): void {
    this.whole = false;
    for (const port of ports) {
      const path = this.paths.get(port);
      if (path) path.whole = false;
    }
  }

  mend(): void {
    this.whole = true;
    for (const path of this.paths.values()) path.whole = true;
  }

  close(): void {
    for (const path of this.paths.values()) path.socket.close();
    this.socket.close();
  }

  private carry(data: Buffer, from: RemoteInfo): void {
    let path = this.paths.get(from.port);
    if (!path) {
      path = { socket: createSocket("udp4"), whole: this.whole };
      const made = path;
      made.socket.on("message", answer => {
        if (made.whole) this.socket.send(answer, from.port, from.address);
      });
      this.paths.set(from.port, made);
    }
    if (path.whole) path.socket.send(data, this.port, far);
  }
}
