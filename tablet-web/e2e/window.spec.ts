import { readFileSync } from "node:fs";
import { Client } from "./api.ts";
import { pageDrawn } from "./hall.ts";
import { expect, picture, test } from "./house.ts";
import { item, runningSession } from "./papers.ts";
import { downloaded, signIn, Tablet } from "./tablet.ts";

const open = "Báo cáo về học sinh bán trú";
const timed = "Báo cáo xem trong thời gian ngắn";
const paperId = "xem-trong-gio";
/** From restricting the paper to the end of its window: long enough to be kept and opened on a loaded machine. */
const windowMs = 25_000;

test("a confidential paper leaves the pack; when a paper's time is over its reader closes calmly and the pack drops it", async ({
  plenum,
}) => {
  const session = await runningSession(plenum, [{ file: "to-trinh-hoc-sinh-ban-tru.pdf", title: open }]);
  const secretary = await Client.signIn(plenum.url, "thuky");
  const file = readFileSync(`${plenum.papers}/nghi-quyet-bien-che.pdf`);
  await secretary.upload(session, paperId, { itemId: item, title: timed, kind: "REPORT" }, file);
  const tablet = new Tablet();
  try {
    const page = await tablet.on();
    await signIn(page, `${plenum.url}/sessions/${session}/delegate`, "db13");
    await downloaded(page);
    const tabs = page.getByRole("navigation", { name: "Tài liệu của nội dung 1" }).getByRole("button");
    await expect(tabs).toHaveCount(2);
    await tabs.nth(1).click();
    await expect(page.getByRole("heading", { name: timed })).toBeVisible();
    await pageDrawn(page);
    const seen = await (await Client.signIn(plenum.url, "db13")).get(
      `/api/sessions/${session}/papers/${paperId}/content`,
    );
    const bytes = new Uint8Array(await seen.arrayBuffer());
    const reported = () => held(secretary, session);
    await expect.poll(reported).toBeGreaterThan(file.byteLength);
    const before = await reported();

    const restrict = (how: { confidential: boolean; until?: number }) =>
      secretary.command(session, "agenda.restrict-paper", { paperId, groups: [], persons: [], ...how });
    await restrict({ confidential: true });
    await expect(tabs.nth(1)).toContainText("Hạn chế lưu giữ");
    await expect.poll(reported).toBeLessThan(before);
    await expect(page.getByRole("heading", { name: timed })).toBeVisible();
    await page.screenshot({ path: picture("confidential") });

    await restrict({ confidential: false, until: Date.now() + windowMs });
    await expect(tabs.nth(1)).toContainText("Xem đến");
    await expect(page.getByRole("heading", { name: timed })).toBeVisible();
    await page.screenshot({ path: picture("window-open") });

    await expect(page.getByText(`hết thời gian xem: ${timed}`)).toBeVisible({ timeout: windowMs + 10_000 });
    await expect(page.getByRole("heading", { name: timed })).toBeHidden();
    await expect(page.getByRole("heading", { name: open })).toBeVisible();
    await pageDrawn(page);
    await page.screenshot({ path: picture("window-over") });
    await expect.poll(reported).toBeLessThan(before);
    expect(await reported()).toBeGreaterThan(0);
    const delegate = await Client.signIn(plenum.url, "db13");
    expect((await delegate.get(`/api/sessions/${session}/papers/${paperId}/content`)).status).toBe(404);
    expect(tablet.wrong).toEqual([]);

    // what was read and what is kept lies on the disk encrypted or not at all
    await tablet.off();
    expect(tablet.readable(bytes)).toEqual([]);
  } finally {
    await tablet.scrap();
  }
});

/** How many bytes of papers the only tablet of this session says that it holds. */
async function held(secretary: Client, session: string): Promise<number> {
  const { people } = (await (await secretary.get(`/api/sessions/${session}/pack`)).json()) as {
    people: { devices: { bytes: number }[] }[];
  };
  return Math.max(0, ...people.flatMap(person => person.devices).map(device => device.bytes));
}
