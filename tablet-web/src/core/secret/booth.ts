import { asProblem, ProblemError } from "../problem.ts";
import { type Board, findOwn } from "./board.ts";
import { type Pause, randomPause } from "./casting.ts";
import type { BoothState, Course, Outside, Shown, Stretch } from "./course.ts";
import { evidenceOf } from "./evidence.ts";
import { type Proof, provenBy } from "./journalled.ts";
import { ballotOf, type Mark, type Poll, readBallot, readPoll } from "./poll.ts";
import { Round } from "./round.ts";
import { rest, send } from "./sending.ts";
import { take } from "./taking.ts";
import { mark } from "./ticket.ts";
import type { Wallet } from "./wallet.ts";

/**
 * One person's way through one secret poll on this device. It follows the poll by itself as far as it can: takes the token,
 * sends the ballot until the box has answered, looks for it on the board. Only the choice is the delegate's. Each stage is in
 * the wallet before the next, so a new booth goes on where the old one was cut off.
 */
export class Booth {
  private readonly outside: Outside;
  private readonly wallet: Wallet;
  private readonly pause: Pause;
  private readonly round: Round;
  private readonly listeners = new Set<() => void>();
  private sending = new AbortController();
  private shown: Shown = { state: { kind: "opening" } };
  private course: Course | undefined;
  private poll: Poll | undefined;
  private board: Board | undefined;
  private proof: Proof = { kind: "waiting" };
  /** Size of the checkpoint under which it was looked for last. */
  private looked = 0;

  constructor(outside: Outside, wallet: Wallet, pause: Pause = randomPause) {
    this.outside = outside;
    this.wallet = wallet;
    this.pause = pause;
    this.round = new Round(() => this.step(), pause);
  }

  readonly state = (): Shown => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The poll went on. Resolves when nothing is left to do here before it goes on again. */
  async follow(course: Course): Promise<void> {
    this.course = course;
    if (course.phase !== "CAST" && course.phase !== "CLOSING") this.sending.abort();
    await this.round.go();
    await this.look();
  }

  /** This device has witnessed more of the journal: are the definition and the own ballot in it as this device has them? */
  async look(): Promise<void> {
    try {
      const { poll, course, outside } = this;
      const kept = poll && (await this.wallet.get(poll.hash));
      const known = outside.witnessed();
      if (!poll || !known || kept?.stage !== "ticket" || known.size === this.looked) return;
      if (this.proof.kind !== "waiting") return;
      const blinded = kept.ticket.blinded ?? course?.own?.blinded;
      const sought = { definition: poll.hash, person: outside.person, blinded };
      this.proof = await provenBy(known, sought, await outside.lines(known.size));
      this.looked = known.size;
      this.become(this.shown);
    } catch {
      // out of reach, or closed meanwhile: the next checkpoint asks again
    }
  }

  retry(): void {
    void this.round.go();
  }

  /** The delegate's choice, once: what was marked before stands. */
  async mark(code: string, marks: readonly Mark[]): Promise<void> {
    const kept = this.poll && (await this.wallet.get(this.poll.hash));
    if (this.poll && kept?.stage === "ticket" && this.proof.kind !== "denied") {
      const cast = await mark(kept.ticket, ballotOf(this.poll, code, marks));
      await this.wallet.keep(this.poll.hash, { stage: "marked", cast });
    }
    await this.round.go();
  }

  /** What the delegate may hand over; undefined when the board was not looked at yet. */
  async evidence(): Promise<string | undefined> {
    const kept = this.poll && (await this.wallet.get(this.poll.hash));
    if (!this.poll || !this.board || !kept || !("cast" in kept)) return undefined;
    return evidenceOf(this.poll, kept.cast, kept.stage === "recorded" ? kept.receipt : undefined, this.board);
  }

  /** Nothing on this device says any more how its owner voted. */
  async forget(): Promise<void> {
    if (this.course) await this.wallet.wipe(this.course.definition);
    this.show({ kind: "over" });
  }

  close(): void {
    this.round.end();
    this.sending.abort();
    this.wallet.close();
  }

  private async step(): Promise<"done" | "again"> {
    try {
      return await this.advance();
    } catch (error) {
      const problem = asProblem(error);
      this.become({ ...this.shown, problem });
      const passing = problem.status === 0 || problem.status >= 500 || problem.status === 429;
      return error instanceof ProblemError && passing ? "again" : "done";
    }
  }

  private async advance(): Promise<"done" | "again"> {
    const { course, outside, wallet } = this;
    if (!course) return "done";
    if (course.phase === "VOID") return this.done(this.forget());
    const kept = await wallet.get(course.definition);
    if (!kept && course.phase === "FINAL") return this.done(this.gone());
    const poll = await this.read(course.definition);
    if (!poll) return this.done(this.show({ kind: "foreign" }));
    const at = { poll, course, kept, outside, wallet, show: (state: BoothState) => this.show(state) };
    switch (course.phase) {
      case "ISSUE":
        return this.done(take(at));
      case "CAST":
      case "CLOSING":
        this.sending = new AbortController();
        if (this.course !== course) return "done";
        return send(at, this.sending.signal, this.pause);
      case "TALLIED":
        return this.done(this.show(rest(at)));
      case "CHECK":
      case "FINAL":
        return this.done(this.check(at));
    }
  }

  private async done(deed: Promise<void> | void): Promise<"done"> {
    await deed;
    return "done";
  }

  private async read(hash: string): Promise<Poll | undefined> {
    if (this.poll?.hash === hash) return this.poll;
    const bytes = await this.outside.definition();
    this.poll = await readPoll(bytes, hash).catch(() => undefined);
    return this.poll;
  }

  /** On the whole board. What was found is wiped when the poll is final; what was not stays as evidence until its owner says so. */
  private async check({ poll, course, kept, wallet, show }: Stretch): Promise<void> {
    if (!kept || !("cast" in kept)) {
      await wallet.wipe(poll.hash);
      return kept ? show({ kind: "missed", poll }) : this.gone();
    }
    this.board ??= await this.outside.board();
    const own = await findOwn(poll, kept.cast, this.board);
    show({ kind: "checked", poll, written: readBallot(kept.cast.ballot), own, receipt: kept.stage === "recorded" });
    if (course.phase === "FINAL" && own === "found") await wallet.wipe(poll.hash);
  }

  /** What was seen before it went stays on screen. */
  private gone(): void {
    const { kind } = this.shown.state;
    if (kind !== "checked" && kind !== "missed") this.show({ kind: "over" });
  }

  private show(state: BoothState): void {
    this.become({ state });
  }

  private become({ state, problem }: Shown): void {
    const { proof } = this;
    const refused = proof.kind === "denied" && (state.kind === "holding" || state.kind === "choosing");
    this.shown = {
      state: refused ? { kind: "denied" } : state,
      ...(problem && { problem }),
      ...(proof.kind === "proven" && { proof }),
    };
    for (const listener of [...this.listeners]) listener();
  }
}
