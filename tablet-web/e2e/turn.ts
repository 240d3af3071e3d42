import { type ChildProcess, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A port that nobody has now. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const socket = createSocket("udp4");
    socket.once("error", failed);
    socket.bind(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => found(port));
    });
  });
}

/** Debian's coturn on a loopback port, with a secret that it shares with Plenum. */
export class Coturn {
  readonly url: string;
  readonly secretFile: string;
  private readonly directory: string;
  private readonly process: ChildProcess;
  private printed = "";

  private constructor(port: number) {
    this.directory = mkdtempSync(join(tmpdir(), "plenum-turn-"));
    this.secretFile = join(this.directory, "secret");
    const secret = "of-plenum-and-coturn-only";
    writeFileSync(this.secretFile, `${secret}\n`);
    this.url = `turn:127.0.0.1:${port}?transport=udp`;
    this.process = spawn("turnserver", [
      ...["-n", "--no-cli", "--no-tls", "--no-dtls", "--log-file", "stdout", "--simple-log", "--verbose"],
      ...["--pidfile", join(this.directory, "pid"), "--userdb", join(this.directory, "users")],
      ...["--listening-ip", "127.0.0.1", "--relay-ip", "127.0.0.1", "--listening-port", String(port)],
      ...["--realm", "plenum.test", "--use-auth-secret", "--static-auth-secret", secret, "--allow-loopback-peers"],
    ]);
    this.process.stdout?.on("data", chunk => {
      this.printed += String(chunk);
    });
  }

  static async start(): Promise<Coturn> {
    return new Coturn(await freePort());
  }

  /** What it has told of allocations and sessions. */
  log(): string {
    return this.printed;
  }

  stop(): void {
    this.process.kill("SIGKILL");
    rmSync(this.directory, { recursive: true, force: true });
  }
}
