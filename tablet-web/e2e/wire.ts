import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/**
 * The cable between one tablet and the server: a proxy that can be pulled. Cut, it swallows what is under way without a
 * word, as a dead access point does, and lets nothing new through; the tablet has to notice by itself.
 */
export class Wire {
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  private whole = true;

  private constructor() {
    this.server = createServer((asked, answer) => {
      if (!this.whole) return void asked.socket.destroy();
      const to = request(asked.url ?? "", { method: asked.method, headers: asked.headers }, from => {
        answer.writeHead(from.statusCode ?? 502, from.headers);
        from.pipe(answer);
      });
      to.on("error", () => answer.destroy());
      asked.pipe(to);
    });
    this.server.on("connection", socket => {
      this.open.add(socket);
      socket.on("error", () => undefined).on("close", () => this.open.delete(socket));
    });
    this.server.on("connect", (asked, near: Socket, head: Buffer) => {
      if (!this.whole) return void near.destroy();
      const [host, port] = (asked.url ?? "").split(":");
      const far = connect(Number(port), host, () => {
        near.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        far.write(head);
      });
      this.carry(near, far);
      this.carry(far, near);
    });
  }

  static async lay(): Promise<Wire> {
    const wire = new Wire();
    await new Promise<void>(resolve => wire.server.listen(0, "127.0.0.1", resolve));
    return wire;
  }

  /** For a browser context's `proxy`. */
  get proxy(): { server: string } {
    return { server: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}` };
  }

  cut(): void {
    this.whole = false;
  }

  /** What was under way stays lost: its connections are gone. */
  mend(): void {
    this.hangUp();
    this.whole = true;
  }

  close(): void {
    this.hangUp();
    this.server.close();
  }

  private hangUp(): void {
    for (const socket of this.open) socket.destroy();
  }

  private carry(from: Socket, to: Socket): void {
    from.on("data", chunk => {
      if (this.whole) to.write(chunk);
    });
    from.on("error", () => undefined).on("close", () => to.destroy());
  }
}
