import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const home = join(import.meta.dirname, "../../server/target/plenum");
const startMs = 120_000;
/** A server of a minute or two is over before its best code pays: no second compiler, 16 CPU seconds to start the demo instead of 27. */
const quick = "-XX:TieredStopAtLevel=1";

/** Where the media of the video rooms go; without it to any free port. */
export type MediaPlace = { port: number; address: string };

/** The built server as a child process on a data directory of its own; may be killed and started again. */
export class Plenum {
  /** The demo's PDF papers as they were printed by the build. */
  readonly papers = join(home, "demo-papers");
  /** The built tablet app that the server gives out. */
  readonly web = join(home, "web");
  readonly data = mkdtempSync(join(tmpdir(), "plenum-e2e-"));
  private readonly lines: string[] = [];
  private readonly options: string[];
  private process: ChildProcess | undefined;
  private address = "";
  private clear = "";

  private constructor(media: MediaPlace | undefined) {
    const { port = 0, address } = media ?? {};
    this.options = [
      "--media-port",
      String(port),
      "--relay-port",
      "0",
      ...(address ? ["--media-address", address] : []),
    ];
  }

  /** @param settings of the configuration file */
  static async start(media?: MediaPlace, settings?: object): Promise<Plenum> {
    const plenum = new Plenum(media);
    const prepared = process.env.PLENUM_PREPARED;
    if (prepared) cpSync(prepared, plenum.data, { recursive: true });
    if (settings) plenum.configure(settings);
    await plenum.launch(0);
    return plenum;
  }

  get url(): string {
    return this.address;
  }

  /** The same on this machine in clear, for who believes no certificate. */
  get plain(): string {
    return this.clear;
  }

  /** What the server has printed so far, last lines last. */
  log(lines = 25): string {
    return this.lines.join("").split("\n").slice(-lines).join("\n");
  }

  /** SIGKILL: no farewell, no flush. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** On the same port and data as before. */
  async restart(): Promise<void> {
    await this.launch(Number(new URL(this.address).port));
  }

  async stop(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.data, { recursive: true, force: true });
  }

  private configure(settings: object): void {
    const file = join(this.data, "plenum.json");
    writeFileSync(file, JSON.stringify(settings));
    this.options.push("--config", file);
  }

  private async launch(port: number): Promise<void> {
    const program = join(home, "bin/plenum");
    if (!existsSync(program)) throw new Error(`${program} is not there: build it with mvn package -DskipTests`);
    const words = ["--demo", "--port", String(port), "--data", this.data, ...this.options];
    const child = spawn(program, words, { env: { ...process.env, PLENUM_JAVA_OPTS: quick } });
    this.process = child;
    child.stderr.on("data", chunk => this.lines.push(String(chunk)));
    this.address = await new Promise((found, failed) => {
      let printed = "";
      const late = setTimeout(() => failed(new Error(`not ready in time:\n${this.log()}`)), startMs);
      child.once("exit", code => failed(new Error(`ended with ${code} before it was ready:\n${this.log()}`)));
      child.stdout.on("data", chunk => {
        this.lines.push(String(chunk));
        printed += String(chunk);
        const ready = /ready: (http\S+)/.exec(printed)?.[1];
        if (!ready) return;
        clearTimeout(late);
        this.clear = (/also at: (http:\S+)/.exec(printed)?.[1] ?? ready).replace(/\/+$/, "");
        found(ready.replace(/\/+$/, ""));
      });
    });
    const health = await fetch(`${this.clear}/health/ready`);
    if (health.status !== 200) throw new Error(`/health/ready answers ${health.status}`);
  }

  /** Its data stay. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise(resolve => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }
}
