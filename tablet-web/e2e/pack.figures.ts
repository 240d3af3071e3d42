import { loadavg } from "node:os";
import { Client } from "./api.ts";
import { BadLine } from "./bad-line.ts";
import { stateAs } from "./hall.ts";
import { expect, test } from "./house.ts";
import { scan } from "./scan.ts";
import { bytesOfAll, meter, signIn, Tablet } from "./tablet.ts";

const demo = "ky-hop-3-2026";
const papers = 120;
const pages = 3;
/** Pictures of this many pixels square, a byte each: a megabyte and a half a paper. */
const side = 707;
const pieceBytes = 65_536;

test("a pack of 120 more papers and 180 MB over a line with cuts", async ({ plenum }) => {
  test.setTimeout(900_000);
  const secretary = await Client.signIn(plenum.url, "thuky");
  const { parts } = await stateAs(secretary, demo, "control");
  const itemId = parts.agenda.items[0]?.itemId ?? "";
  const sending = Date.now();
  for (let at = 1; at <= papers; at++) {
    await secretary.upload(demo, `pack-figures-${at}`, { itemId, title: `Tài liệu quét số ${at}` }, scan(pages, side));
  }
  const sent = (papers * pages * side * side) / 1_000_000;
  const seconds = (Date.now() - sending) / 1_000;
  console.log(`upload of ${papers} papers, one after the other, each checked: ${(sent / seconds).toFixed(1)} MB/s`);
  const all = await bytesOfAll(await Client.signIn(plenum.url, "db29"), demo);
  const line = await BadLine.before(plenum.url);
  const tablet = new Tablet();
  try {
    const page = await tablet.on();
    await page.addInitScript(() => localStorage.setItem("plenum.pack.paused", "1"));
    await signIn(page, `${line.url}/sessions/${demo}`, "db29");
    await expect(meter(page, "Đã tải 0/")).toBeVisible();
    await meter(page, "").click();
    line.become({ bytesPerSecond: 6_000_000, roundTripMs: 40, loss: 0.0005, cutAfterMs: 6_000 });
    const began = Date.now();
    await page.getByRole("button", { name: "Tải tất cả" }).click();
    await page.keyboard.press("Escape");
    await expect(meter(page, "Đã tải đủ")).toBeVisible({ timeout: 600_000 });
    const { received, cuts, lost } = line;
    const took = (Date.now() - began) / 1_000;
    const twice = (received - all) / pieceBytes;
    console.log(
      `pack of ${(all / 1_000_000).toFixed(1)} MB in ${took.toFixed(0)} s with ${cuts} cuts and ${lost} lost packets: ` +
        `${(received / 1_000_000).toFixed(1)} MB came, ${(twice / cuts).toFixed(2)} pieces of 64 KiB twice a cut, load ${loadavg()[0]?.toFixed(1)}`,
    );
    expect(cuts).toBeGreaterThan(3);
    expect(received).toBeLessThan(all + cuts * pieceBytes + papers * 4_000);
  } finally {
    await tablet.scrap();
    await line.close();
  }
});
