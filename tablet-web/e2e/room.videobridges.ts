import playwright from "../playwright.config.ts";
import { Client } from "./api.ts";
import { meetingFlags, Participant } from "./conference.ts";
import { test as base, expect, sizes } from "./house.ts";
import { Plenum } from "./server.ts";

const demo = "ky-hop-3-2026";
const usual = playwright.use?.launchOptions ?? {};

/** Private interfaces of real bridges, and their processes in the same order, which this story may end. */
const urls = (process.env.PLENUM_JVB_URL ?? "").split(",").filter(Boolean);
const processes = (process.env.PLENUM_JVB_PIDS ?? "").split(",").filter(Boolean).map(Number);

const test = base.extend({
  plenum: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
    async ({}, use) => {
      const bridges = urls.map(url => ({ url }));
      const plenum = await Plenum.start(undefined, { media: { mode: "jitsi", jitsi: { bridges } } });
      await use(plenum);
      await plenum.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  launchOptions: [{ ...usual, args: [...(usual.args ?? []), ...meetingFlags] }, { scope: "worker" }],
});

/** At which bridge the conference is. */
async function busy(): Promise<number> {
  const all = await Promise.all(
    urls.map(async url => {
      const answer = await fetch(`${url}/colibri/stats`).catch(() => undefined);
      const stats = answer ? ((await answer.json()) as { endpoints?: number; local_endpoints?: number }) : {};
      return stats.local_endpoints ?? stats.endpoints ?? 0;
    }),
  );
  return all.indexOf(Math.max(...all));
}

test("a room over Jitsi Videobridges", async ({ browser, plenum }) => {
  test.setTimeout(600_000);
  expect(urls.length).toBeGreaterThan(0);
  const room = `${plenum.url}/sessions/${demo}/room`;
  const secretary = await Client.signIn(plenum.url, "thuky");
  await secretary.command(demo, "room.open", { lobby: false, microphones: "FREE" });
  const chair = await Participant.come(browser, "jvb-chair", sizes.desktop);
  const a = await Participant.come(browser, "jvb-a", sizes.landscape);
  const b = await Participant.come(browser, "jvb-b", sizes.portrait);

  await test.step("three join, see and hear each other", async () => {
    await chair.signIn(room, "chutoa");
    await a.signIn(room, "db04");
    await b.signIn(room, "db08");
    for (const one of [chair, a, b]) await one.join();
    await chair.sees("db04", undefined, "CAMERA", 60_000);
    await chair.sees("db08");
    await a.sees("chutoa");
    await b.sees("db04");
    await a.press("Bật micro");
    await chair.hears();
    await b.hears();
  });

  await test.step("a larger tile gets a larger layer", async () => {
    await chair.page.getByRole("button", { name: /^Xem lớn: Trần Đình Khoát/ }).click();
    await chair.sees("db04", 720, "CAMERA", 60_000);
    await chair.sees("db08", 180, "CAMERA", 60_000);
    await chair.seat.shows("stage");
    for (const one of [chair, a, b]) expect((await one.counters()).lost).toBe(0);
  });

  await test.step("a shared screen is seen", async () => {
    await b.press("Chia sẻ màn hình");
    await a.sees("db08", undefined, "SCREEN", 60_000);
    await b.page.getByRole("status").getByRole("button", { name: "Dừng chia sẻ" }).click();
  });

  for (const signal of ["SIGSTOP", "SIGKILL"] as const) {
    await test.step(`the bridge gets ${signal}: all are back at another by themselves`, async () => {
      if (processes.length < 2) return;
      const pid = processes[await busy()] ?? 0;
      const since = Date.now();
      process.kill(pid, signal);
      await chair.page.waitForTimeout(1_000); // what was on its way is drawn
      await chair.seat.shows(`broken-${signal}`);
      const waits = await Promise.all(
        [chair, a, b].map(async one => {
          await one.sees(one === a ? "chutoa" : "db04", undefined, "CAMERA", 60_000);
          await one.flows(60_000);
          return Date.now() - since;
        }),
      );
      console.log(`${signal}: media back after ${waits.join(", ")} ms`);
      if (signal === "SIGSTOP") process.kill(pid, "SIGCONT");
      await chair.page.waitForTimeout(15_000); // until the focus has found it well again
    });
  }
  expect([...chair.seat.wrong(), ...a.seat.wrong(), ...b.seat.wrong()]).toEqual([]);
});
