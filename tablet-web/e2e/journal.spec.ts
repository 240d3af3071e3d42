import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { runningSession } from "./papers.ts";

const checker = join(import.meta.dirname, "../../server/src/main/resources/notary/verify.html");

/** Two steps of a vote, each of which is signed. */
async function voted(secretary: Client, chair: Client, session: string, voteId: string): Promise<void> {
  await secretary.command(session, "voting.prepare", { voteId, itemId: "noi-dung-1", title: `Biểu quyết ${voteId}` });
  await chair.command(session, "voting.open", { voteId, overrideReason: "Diễn tập trước kỳ họp" });
  await chair.command(session, "voting.close", { voteId });
}

test("a tablet is witness to the journal, a stranger checks the export, and a change is noticed", async ({
  browser,
  plenum,
}) => {
  const secretary = await Client.signIn(plenum.url, "thuky");
  const chair = await Client.signIn(plenum.url, "chutoa");
  const session = await runningSession(plenum, []);

  const seat = await Seat.take(browser, "witness", sizes.landscape);
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${session}/delegate`, "db43");
  const menu = page.getByRole("button", { name: /Tài khoản/ });
  await expect(menu).toBeVisible();
  const { personId } = await Client.signIn(plenum.url, "db43");
  await secretary.command(session, "attendance.mark", { sittingId: "sang", personId, presence: "PRESENT" });
  await voted(secretary, chair, session, "bq-1");
  const kept = () => page.evaluate(id => localStorage.getItem(`plenum.witness.${id}`), session);
  await expect.poll(kept).toContain('"kind":"sound"');
  await menu.click();
  await page.getByRole("menuitem", { name: "Chứng kiến nhật ký" }).click();
  const dialog = page.getByRole("dialog", { name: "Chứng kiến nhật ký kỳ họp" });
  await expect(dialog.getByText("Nhật ký khớp với mọi mốc mà máy này đã giữ.")).toBeVisible();
  await seat.shows("sound");
  await dialog.getByRole("button", { name: "Đóng" }).click();

  const desk = await Seat.take(browser, "journal", sizes.desktop);
  await desk.signIn(`${plenum.url}/sessions/${session}/secretary/journal`, "thuky");
  await expect(desk.page.getByText(/mục đầu đã được ký/)).toBeVisible();
  await expect(desk.page.getByText(/Ký mốc kiểm chứng cho/).first()).toBeVisible();
  await desk.shows("signed");
  const downloading = desk.page.waitForEvent("download");
  await desk.page.getByRole("button", { name: "Xuất nhật ký" }).click();
  const zip = readFileSync(await (await downloading).path());

  const stranger = await Seat.take(browser, "stranger", sizes.desktop);
  await stranger.page.goto(pathToFileURL(checker).href);
  const choose = (name: string) =>
    stranger.page.locator("#file").setInputFiles({ name, mimeType: "application/zip", buffer: zip });
  await choose("nhat-ky.zip");
  const result = stranger.page.getByRole("status");
  await expect(result).toContainText("ĐÚNG: nhật ký nguyên vẹn");
  await expect(result).toContainText(session);
  await stranger.shows("sound");
  const newest = JSON.parse((await kept()) ?? "{}") as { known: { size: number; root: string } };
  await stranger.page.locator("#known").fill(`${newest.known.size} ${newest.known.root}`);
  await choose("nhat-ky-cung-moc.zip");
  await expect(result).toContainText("Mốc đã biết có trong nhật ký.");
  await stranger.page.locator("#known").fill(`${newest.known.size} ${"A".repeat(43)}=`);
  await choose("nhat-ky-moc-la.zip");
  await expect(result).toContainText("SAI");
  await stranger.shows("bad");
  expect(await mutationsMissed(stranger, zip)).toEqual([]);
  expect(stranger.wrong()).toEqual([]);

  // Somebody has changed the journal behind the tablet's back: what it vouched for is no longer in it.
  await page.evaluate(id => {
    const name = `plenum.witness.${id}`;
    const witness = JSON.parse(localStorage.getItem(name) ?? "{}") as { known: { root: string } };
    witness.known.root = `${"A".repeat(43)}=`;
    localStorage.setItem(name, JSON.stringify(witness));
  }, session);
  await voted(secretary, chair, session, "bq-2");
  const alarm = page.getByRole("alert").filter({ hasText: "không khớp với mốc" });
  await expect(alarm).toBeVisible();
  await seat.shows("alarm");
  await alarm.getByRole("button", { name: "Chi tiết" }).click();
  const evidence = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu bằng chứng" }).click();
  const said = JSON.parse(readFileSync(await (await evidence).path(), "utf8")) as { kind: string; why: string };
  expect(said).toMatchObject({ kind: "broken", why: "changed" });
  await page.setViewportSize(sizes.phone);
  await seat.shows("evidence-phone");
  expect(seat.wrong()).toEqual([]);
  for (const one of [seat, desk, stranger]) await one.leave();
});

/** What the page takes for sound although a byte of a file in the export was changed; 300 tries from a fixed beginning. */
function mutationsMissed(stranger: Seat, zip: Buffer): Promise<string[]> {
  return stranger.page.evaluate(
    async bytes => {
      type Files = Map<string, Uint8Array>;
      const { unzip, check } = window as unknown as {
        unzip: (zip: Uint8Array) => Promise<Files>;
        check: (files: Files, known: string) => Promise<unknown>;
      };
      const files = await unzip(Uint8Array.from(bytes));
      await check(files, "");
      const missed: string[] = [];
      let state = 20261208;
      const next = (most: number) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state % most;
      };
      for (let n = 0; n < 300; n++) {
        const name = ["events.jsonl", "checkpoints.txt", "keys.pem"][next(3)] ?? "";
        const changed = Uint8Array.from(files.get(name) ?? []);
        const at = next(changed.length);
        changed[at] = (changed[at] ?? 0) ^ (1 << next(8));
        const sound = await check(new Map(files).set(name, changed), "").then(
          () => true,
          () => false,
        );
        if (sound) missed.push(`${name} ${at}`);
      }
      return missed;
    },
    [...zip],
  );
}
