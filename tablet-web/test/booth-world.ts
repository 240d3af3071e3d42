import { expect } from "vitest";
import { clientProblem, ProblemError } from "../src/core/problem.ts";
import { type Bytes, base64, fromBase64, hex, sha256, utf8 } from "../src/core/secret/bytes.ts";
import type { Course, Outside, OwnToken } from "../src/core/secret/course.ts";
import type { CastBallot } from "../src/core/secret/envelope.ts";
import type { OtherSide } from "./other-side.ts";
import { PollJournal } from "./poll-journal.ts";

const away = () => new ProblemError(clientProblem("client:network"));

/** The session, the relay and the box as this person's device sees them. */
export class World {
  readonly side: OtherSide;
  readonly person: string;
  own: OwnToken = { taken: false, stored: false };
  blinded: Bytes | undefined;
  box: CastBallot[] = [];
  log: string[] = [];
  /** What is out of reach, and for how many calls. */
  readonly broken = new Map<string, number>();
  paired = true;
  definition: Bytes;
  readonly journal = new PollJournal();

  constructor(side: OtherSide, person: string) {
    this.side = side;
    this.person = person;
    this.definition = side.definition;
  }

  course(phase: Course["phase"]): Course {
    return { phase, definition: this.side.poll.hash, own: { ...this.own } };
  }

  private call(name: string): void {
    const left = this.broken.get(name) ?? 0;
    this.broken.set(name, left - 1);
    if (left > 0) throw away();
    this.log.push(name);
  }

  outside(): Outside {
    return {
      person: this.person,
      definition: async () => {
        this.call("definition");
        return this.definition;
      },
      signer: async () => (this.paired ? async text => base64(await sha256(text)) : undefined),
      take: async ({ definition, blinded, signature }) => {
        this.call("take");
        const text = `plenum-issue 1\ndefinition ${definition}\nperson ${this.person}\nblinded ${blinded}\n`;
        expect(signature).toBe(base64(await sha256(utf8(text))));
        this.blinded = fromBase64(blinded);
        this.own = { ...this.own, taken: true, blinded: hex(await sha256(utf8(blinded))) };
      },
      token: async () => {
        this.call("token");
        if (!this.blinded) throw new Error("nothing was taken");
        return this.side.blindSign(this.blinded);
      },
      stored: async () => {
        this.call("stored");
        this.own = { ...this.own, stored: true };
      },
      send: async request => {
        this.call("send");
        const cast = await this.side.opened(request);
        if (!this.box.some(one => base64(one.message) === base64(cast.message))) this.box.push(cast);
        return this.side.answer(request, 1, cast);
      },
      board: async () => {
        this.call("board");
        return this.side.board(this.box);
      },
      witnessed: () => this.journal.witnessed(),
      lines: async size => {
        this.call("lines");
        return this.journal.lines(size);
      },
    };
  }
}
