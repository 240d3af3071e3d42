import "fake-indexeddb/auto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { World } from "../../../test/booth-world.ts";
import { OtherSide } from "../../../test/other-side.ts";
import { clientProblem, ProblemError } from "../problem.ts";
import { Booth } from "./booth.ts";
import { base64, utf8 } from "./bytes.ts";
import type { Course } from "./course.ts";
import { ballotOf } from "./poll.ts";
import { Wallet } from "./wallet.ts";

const noPause = async () => {};

describe("a delegate's way through a secret poll", () => {
  let side: OtherSide;
  const open: Booth[] = [];
  beforeAll(async () => {
    side = await new OtherSide().begin();
  });
  afterEach(() => {
    for (const booth of open.splice(0)) booth.close();
  });

  const enter = async (world: World): Promise<Booth> => {
    const booth = new Booth(world.outside(), await Wallet.of(world.person), noPause);
    open.push(booth);
    return booth;
  };
  const kind = (booth: Booth) => booth.state().state.kind;

  it("goes from the token to the own ballot on the board, and leaves nothing behind", async () => {
    const world = new World(side, "db01");
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    expect(kind(booth)).toBe("holding");
    await booth.follow(world.course("CAST"));
    expect(kind(booth)).toBe("choosing");
    await booth.mark("4711", [{ line: "a", option: "FOR" }]);
    expect(booth.state().state).toMatchObject({ kind: "recorded", written: { code: "4711" } });
    await booth.follow(world.course("CLOSING"));
    await booth.follow(world.course("TALLIED"));
    expect(kind(booth)).toBe("recorded");
    await booth.follow(world.course("CHECK"));
    const found = { kind: "checked", own: "found", receipt: true, written: { marks: [{ line: "a", option: "FOR" }] } };
    expect(booth.state().state).toMatchObject(found);
    await booth.follow(world.course("FINAL"));
    expect(booth.state().state).toMatchObject(found);
    expect(await (await Wallet.of("db01")).get(side.poll.hash)).toBeUndefined();
    expect(world.log).toEqual(["definition", "take", "token", "stored", "send", "board"]);
  });

  it("goes on where it was, wherever it was cut off", async () => {
    const world = new World(side, "db02");
    const steps: [Course["phase"], string][] = [
      ["ISSUE", "holding"],
      ["ISSUE", "holding"],
      ["CAST", "choosing"],
      ["CAST", "recorded"],
      ["CAST", "recorded"],
      ["CHECK", "checked"],
    ];
    for (const [phase, reached] of steps) {
      const booth = await enter(world);
      await booth.follow(world.course(phase));
      if (reached === "recorded") await booth.mark("0042", []);
      expect(kind(booth)).toBe(reached);
      booth.close();
    }
    expect(world.log.filter(one => one === "take")).toHaveLength(1);
    expect(world.log.filter(one => one === "send")).toHaveLength(1);
  });

  it("asks again with the same question when the token's answer was lost", async () => {
    const world = new World(side, "db03");
    const lost = world.outside();
    const first = new Booth(
      { ...lost, token: () => Promise.reject(new ProblemError({ ...clientProblem("client:network"), status: 409 })) },
      await Wallet.of("db03"),
      noPause,
    );
    await first.follow(world.course("ISSUE"));
    expect(first.state()).toMatchObject({ state: { kind: "taking" }, problem: { status: 409 } });
    first.close();
    const blinded = world.blinded;
    const again = await enter(world);
    await again.follow(world.course("ISSUE"));
    expect(kind(again)).toBe("holding");
    expect(world.blinded).toBe(blinded);
  });

  it("tries again by itself what was out of reach", async () => {
    const world = new World(side, "db04");
    for (const name of ["definition", "take", "token", "stored"]) world.broken.set(name, 2);
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    expect(booth.state()).toEqual({ state: expect.objectContaining({ kind: "holding" }) });
    expect(world.own.stored).toBe(true);
    world.broken.set("send", 3);
    const seen: number[] = [];
    booth.subscribe(() => {
      const { state } = booth.state();
      if (state.kind === "sending") seen.push(state.away);
    });
    await booth.follow(world.course("CAST"));
    await booth.mark("1234", []);
    expect(kind(booth)).toBe("recorded");
    expect(seen).toEqual([0, 1, 2, 3, 0]);
  });

  it("takes no part in a poll that is not the journal's", async () => {
    const world = new World(side, "db05");
    world.definition = (await new OtherSide().begin()).definition;
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    expect(kind(booth)).toBe("foreign");
    expect(world.log).toEqual(["definition"]);
  });

  it("takes nothing on a device without a paired key, and nothing for who was not present", async () => {
    const world = new World(side, "db06");
    world.paired = false;
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    expect(kind(booth)).toBe("unpaired");
    world.paired = true;
    await booth.follow({ ...world.course("ISSUE"), own: undefined });
    expect(kind(booth)).toBe("over");
    expect(world.log).toEqual(["definition"]);
  });

  it("says that the token lies on another device", async () => {
    const world = new World(side, "db07");
    await (await enter(world)).follow(world.course("ISSUE"));
    const wallet = await Wallet.of("db07");
    await wallet.wipe(side.poll.hash);
    wallet.close();
    const second = await enter(world);
    await second.follow(world.course("ISSUE"));
    expect(kind(second)).toBe("elsewhere");
    await second.follow(world.course("CAST"));
    expect(kind(second)).toBe("elsewhere");
    await second.follow({ ...world.course("CAST"), own: { taken: false, stored: false } });
    expect(kind(second)).toBe("none");
  });

  it("stops sending when the box is closed, and looks at the board", async () => {
    const world = new World(side, "db08");
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    await booth.follow(world.course("CAST"));
    world.broken.set("send", Number.POSITIVE_INFINITY);
    const marking = booth.mark("1111", []);
    await expect.poll(() => kind(booth)).toBe("sending");
    void booth.follow(world.course("TALLIED"));
    await marking;
    expect(kind(booth)).toBe("unanswered");
    await booth.follow(world.course("CHECK"));
    expect(booth.state().state).toMatchObject({ kind: "checked", own: "missing", receipt: false });
  });

  it("keeps what proves an altered ballot until its owner lets go of it", async () => {
    const world = new World(side, "db09");
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    await booth.follow(world.course("CAST"));
    await booth.mark("2222", [{ line: "a", option: "FOR" }]);
    const ballot = ballotOf(side.poll, "2222", [{ line: "b", option: "FOR" }]);
    world.box = world.box.map(one => ({ ...one, ballot }));
    await booth.follow(world.course("FINAL"));
    expect(booth.state().state).toMatchObject({ kind: "checked", own: "altered" });
    const proof = await booth.evidence();
    expect(proof).toContain(`definition ${side.poll.hash}\n`);
    expect(proof).toMatch(/^receipt \S{88}$/m);
    await booth.forget();
    expect(await booth.evidence()).toBeUndefined();
  });

  it("forgets everything when the committee gives up", async () => {
    const world = new World(side, "db10");
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    await booth.follow(world.course("VOID"));
    expect(kind(booth)).toBe("over");
    expect(await (await Wallet.of("db10")).get(side.poll.hash)).toBeUndefined();
  });

  it("finds the definition and the own ballot in the journal that it has witnessed", async () => {
    const world = new World(side, "db11");
    const { journal } = world;
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    expect(booth.state().proof).toBeUndefined();
    await journal.defined(side.definition);
    await journal.taken("db07", "AAAA");
    await journal.checkpoint();
    await booth.look();
    expect(booth.state().proof).toBeUndefined();
    await journal.taken("db11", base64(world.blinded ?? new Uint8Array()));
    await booth.look();
    expect(booth.state().proof).toBeUndefined();
    await journal.checkpoint();
    await booth.look();
    expect(booth.state()).toMatchObject({ state: { kind: "holding" }, proof: { definition: 1, taken: 3 } });
    await booth.follow(world.course("CAST"));
    expect(booth.state()).toMatchObject({ state: { kind: "choosing" }, proof: { definition: 1, taken: 3 } });
    expect(world.log.filter(one => one === "lines")).toHaveLength(2);
  });

  const lies: [string, (world: World) => Promise<void>][] = [
    [
      "another definition",
      ({ journal, side }) => journal.defined(utf8(`${new TextDecoder().decode(side.definition)} `)),
    ],
    ["another ballot for this person", ({ journal }) => journal.taken("db12", "AAAA")],
    ["somebody else's ballot", ({ journal, blinded }) => journal.taken("db13", base64(blinded ?? new Uint8Array()))],
    ["a line that is not in the journal", async ({ journal }) => journal.forged("ballot.taken", "db12")],
  ];
  it.each(lies)("casts nothing when it is shown %s", async (_, lie) => {
    const world = new World(side, "db12");
    const booth = await enter(world);
    await booth.follow(world.course("ISSUE"));
    await lie(world);
    await world.journal.checkpoint();
    await booth.follow(world.course("CAST"));
    expect(kind(booth)).toBe("denied");
    await booth.mark("4711", [{ line: "a", option: "FOR" }]);
    expect(world.box).toEqual([]);
    await booth.follow(world.course("VOID"));
  });
});
