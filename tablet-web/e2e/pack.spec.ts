import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "./api.ts";
import { BadLine, commune } from "./bad-line.ts";
import { expect, picture, Seat, sizes, test } from "./house.ts";
import { item, runningSession } from "./papers.ts";
import { bytesOfAll, databases, downloaded, meter, setPin, signIn, Tablet } from "./tablet.ts";

/** The session that the demo brings along. */
const demo = "ky-hop-3-2026";
const pieceBytes = 65_536;
/** Headers, and what the live socket says meanwhile. */
const overhead = 150_000;

type Standing = { personId: string; name: string; complete: boolean; ready: boolean };

/** What the secretary hears of all members, once it holds of this one. */
async function standing(secretary: Client, personId: string, met: (person: Standing) => boolean) {
  const people = async () =>
    ((await (await secretary.get(`/api/sessions/${demo}/pack`)).json()) as { people: Standing[] }).people;
  const mine = (all: Standing[]) => all.find(person => person.personId === personId);
  await expect.poll(async () => (await people()).some(one => one.personId === personId && met(one))).toBe(true);
  const all = await people();
  return { ready: all.filter(one => one.ready).length, name: mine(all)?.name ?? "" };
}

/** A tablet of this delegate says that it has all papers but one: that one's title. */
async function lacksOne(delegate: Client): Promise<string> {
  type Paper = { title: string; sha256: string };
  const state = (await (await delegate.get(`/api/sessions/${demo}/state?as=delegate`)).json()) as {
    parts: { agenda: { items: { papers: Paper[] }[] } };
  };
  const [missing, ...there] = state.parts.agenda.items.flatMap(item => item.papers);
  const deviceId = "3".repeat(32);
  await delegate.replace(`/api/me/devices/${deviceId}`, { name: "Máy bảng số 34" });
  const sha256 = there.map(paper => paper.sha256);
  await delegate.replace(`/api/sessions/${demo}/pack`, { deviceId, sha256, bytes: 1_000, pin: true });
  return missing?.title ?? "";
}

test("the secretary sees who is ready, and a lost tablet is wiped at its next contact", async ({ browser, plenum }) => {
  const tablet = new Tablet();
  try {
    const page = await tablet.on();
    await signIn(page, `${plenum.url}/sessions/${demo}`, "db35");
    await downloaded(page);
    const me = (await Client.signIn(plenum.url, "db35")).personId;
    const office = await Client.signIn(plenum.url, "thuky");
    const other = await Client.signIn(plenum.url, "db34");
    const title = await lacksOne(other);
    const before = await standing(office, me, one => one.complete && !one.ready);
    const secretary = await Seat.take(browser, "secretary", sizes.desktop);
    await secretary.signIn(`${plenum.url}/sessions/${demo}/secretary/delegates`, "thuky");
    const desk = secretary.page;
    await desk.getByRole("button", { name: `Sẵn sàng ${before.ready}/60` }).click();
    const row = (name: string) => desk.getByRole("listitem").filter({ hasText: name }).first();
    await expect(row(before.name).getByText("Đủ tài liệu")).toBeVisible();
    await expect(row(before.name).getByText("Chưa đặt PIN")).toBeVisible();
    const { name: short } = await standing(office, other.personId, one => !one.complete);
    await expect(row(short).getByText(/^Thiếu 1\//)).toBeVisible();
    await expect(row(short).getByText(title)).toBeVisible();
    await secretary.shows("readiness-no-pin");
    await desk.keyboard.press("Escape");
    await page.screenshot({ path: picture("pack-no-pin") });
    await page.getByRole("button", { name: "Chưa có mã PIN" }).click();
    await page.keyboard.press("Escape");
    await setPin(page, "482913");
    await expect(page.getByRole("button", { name: "Chưa có mã PIN" })).toBeHidden();
    const { ready, name } = await standing(office, me, one => one.ready);
    expect(ready).toBe(before.ready + 1);
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

test("a commune's line brings some pieces before each cut, and one that swallows everything keeps nobody waiting", async ({
  plenum,
}) => {
  const session = await runningSession(plenum, [{ file: "bao-cao-ngan-sach.pdf", title: "Báo cáo ngân sách" }]);
  const tablet = new Tablet();
  const line = await BadLine.before(plenum.url, 3);
  try {
    const page = await tablet.on();
    await page.addInitScript(() => localStorage.setItem("plenum.pack.paused", "1"));
    await signIn(page, `${line.url}/sessions/${session}`, "db37");
    await expect(meter(page, "Đã tải 0/1")).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const all = await bytesOfAll(await Client.signIn(plenum.url, "db37"), session);
    const office = await Client.signIn(plenum.url, "thuky");
    const reach = JSON.stringify({ groups: [], persons: [], confidential: true });
    const file = readFileSync(join(plenum.papers, "to-trinh-ngan-sach.pdf"));
    await office.upload(session, "mat", { itemId: item, title: "Phương án mật", reach }, file);
    await meter(page, "").click();
    await page.getByRole("button", { name: "Tải tất cả" }).waitFor();
    line.become({ ...commune, cutAfterMs: 8_000 });
    const began = Date.now();
    await page.getByRole("button", { name: "Tải tất cả" }).click();
    await page.keyboard.press("Escape");
    await expect(meter(page, "Đã tải đủ")).toBeVisible({ timeout: 90_000 });
    console.log(`${line.received} bytes for ${all} in ${Date.now() - began} ms with ${line.cuts} cuts`);
    expect(line.cuts).toBeGreaterThan(1);
    expect(line.received).toBeLessThan(all + line.cuts * pieceBytes + overhead);

    line.become({});
    await setPin(page, "482913");
    line.swallow();
    await page.getByTitle("Phương án mật").click();
    await expect(page.getByRole("alert").getByText("Không kết nối được máy chủ")).toBeVisible({ timeout: 45_000 });
    await page.screenshot({ path: picture("pack-swallowed") });
    await tablet.off();
    const again = await tablet.on();
    const started = Date.now();
    await again.goto(line.url);
    await expect(again.getByRole("heading", { name: "Mở tài liệu ngoại tuyến" })).toBeVisible();
    console.log(`cold start in a network that swallows everything: ${Date.now() - started} ms`);
    expect(Date.now() - started).toBeLessThanOrEqual(3_000);
    expect(tablet.wrong).toEqual([]);
  } finally {
    await tablet.scrap();
    await line.close();
  }
});
