import { Client } from "./api.ts";
import { BadLine } from "./bad-line.ts";
import { expect, picture, Seat, sizes, test } from "./house.ts";
import { bytesOfAll, databases, downloaded, meter, setPin, signIn, Tablet } from "./tablet.ts";

/** The session that the demo brings along. */
const demo = "ky-hop-3-2026";
const pieceBytes = 262_144;
/** Headers, and what the live socket says meanwhile. */
const overhead = 150_000;

/** How many are ready once this one is, and that one's name. */
async function readiness(secretary: Client, personId: string): Promise<{ ready: number; name: string }> {
  type People = { people: { personId: string; name: string; ready: boolean }[] };
  const people = async () => ((await (await secretary.get(`/api/sessions/${demo}/pack`)).json()) as People).people;
  const mine = async () => (await people()).find(person => person.personId === personId);
  await expect.poll(async () => (await mine())?.ready).toBe(true);
  return { ready: (await people()).filter(person => person.ready).length, name: (await mine())?.name ?? "" };
}

test("the secretary sees who is ready, and a lost tablet is wiped at its next contact", async ({ browser, plenum }) => {
  const tablet = new Tablet();
  try {
    const page = await tablet.on();
    await signIn(page, `${plenum.url}/sessions/${demo}`, "db35");
    await downloaded(page);
    await setPin(page, "482913");
    const me = (await Client.signIn(plenum.url, "db35")).personId;
    const secretary = await Seat.take(browser, "secretary", sizes.desktop);
    await secretary.signIn(`${plenum.url}/sessions/${demo}/secretary/delegates`, "thuky");
    const desk = secretary.page;
    const { ready, name } = await readiness(await Client.signIn(plenum.url, "thuky"), me);
    await desk.getByRole("button", { name: `Sẵn sàng ${ready}/60` }).click();
    await secretary.shows("readiness");
    await desk.getByRole("button", { name: new RegExp(`Xóa từ xa .* của ${name}`) }).click();
    await desk.getByRole("button", { name: "Xóa từ xa", exact: true }).click();
    await expect(desk.getByText("Đã thu hồi thiết bị")).toBeVisible();
    await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
    await expect.poll(() => databases(page)).toEqual([]);
    await expect(desk.getByText(`Sẵn sàng ${ready - 1}/60`).first()).toBeVisible();
    expect(secretary.wrong()).toEqual([]);
    expect(tablet.wrong).toEqual([]);
    await secretary.leave();
  } finally {
    await tablet.scrap();
  }
});

test("the pack comes over a bad line with cuts, and no byte twice but those of the broken pieces", async ({
  plenum,
}) => {
  const tablet = new Tablet();
  const line = await BadLine.before(plenum.url);
  try {
    const page = await tablet.on();
    await page.addInitScript(() => localStorage.setItem("plenum.pack.paused", "1"));
    await signIn(page, `${line.url}/sessions/${demo}`, "db36");
    await expect(meter(page, "Đã tải 0/")).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const all = await bytesOfAll(await Client.signIn(plenum.url, "db36"), demo);
    await meter(page, "").click();
    line.become({ bytesPerSecond: 250_000, roundTripMs: 300, loss: 0.01, cutAfterMs: 5_000 });
    const began = Date.now();
    await page.getByRole("button", { name: "Tải tất cả" }).click();
    await expect(page.getByRole("button", { name: "Tạm dừng" })).toBeVisible();
    await page.screenshot({ path: picture("pack-running") });
    await page.keyboard.press("Escape");
    await expect(meter(page, "Đã tải đủ")).toBeVisible({ timeout: 60_000 });
    console.log(
      `${line.received} bytes in ${Date.now() - began} ms with ${line.cuts} cuts and ${line.lost} lost packets`,
    );
    expect(line.cuts).toBeGreaterThan(1);
    expect(line.received).toBeGreaterThan(all);
    expect(line.received).toBeLessThan(all + line.cuts * pieceBytes + overhead);
    expect(tablet.wrong).toEqual([]);
  } finally {
    await tablet.scrap();
    await line.close();
  }
});
