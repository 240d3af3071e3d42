import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { unpackPoints } from "../src/features/notes/points.ts";
import { Client } from "./api.ts";
import { stateAs } from "./hall.ts";
import { expect, Seat, test } from "./house.ts";
import { pdf } from "./pdf.ts";
import { loop, Pen } from "./pen.ts";

const demo = "ky-hop-3-2026";
const pages = 300;
const size = { width: 1280, height: 800 };

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * part)] ?? Number.NaN) * 10) / 10;
}

/** Proportional set size of the process that draws the page, MB. */
function memoryOf(pid: number): number {
  const kb = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
  return Math.round(Number(kb) / 1024);
}

test("pen latency, bytes a point, page turn and memory on a paper of 300 pages", async ({ browser, plenum }) => {
  test.setTimeout(300_000);
  const secretary = await Client.signIn(plenum.url, "thuky");
  const { parts } = await stateAs(secretary, demo, "control");
  const lines = (page: number) =>
    Array.from(
      { length: 28 },
      (_, at) => `${page}.${at + 1} Tong chi ngan sach dia phuong nam 2027 la ${page * at} ty dong, giao cho cac xa.`,
    );
  const query = new URLSearchParams({
    itemId: parts.agenda.items[0]?.itemId ?? "",
    title: "Tài liệu ba trăm trang",
    kind: "REPORT",
    fileName: "300.pdf",
  });
  const paper = pdf(Array.from({ length: pages }, (_, at) => lines(at + 1)));
  await secretary.put(`/api/sessions/${demo}/papers/figures-300?${query}`, paper);

  const seat = await Seat.take(browser, "figures", size, { deviceScaleFactor: 2 });
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db51");
  await page.getByRole("button", { name: /Tài liệu ba trăm trang/ }).click();
  await expect(page.getByText("/ 300")).toBeVisible();
  await expect(page.locator('[data-page="1"] [data-text] span').first()).toBeAttached();
  await expect(page.getByRole("button", { name: "Ghi chú và đánh dấu" })).toBeVisible();

  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(window, { delays });
    addEventListener(
      "pointermove",
      event => {
        const at = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => delays.push(performance.now() - at);
          port2.postMessage(0);
        });
      },
      true,
    );
  });
  const pen = await Pen.of(page);
  for (let round = 0; round < 10; round++) {
    await pen.draw(loop({ x: 480 + (round % 5) * 70, y: 380 + Math.floor(round / 5) * 160 }, 50));
  }
  const delays = await page.evaluate(() => (window as unknown as { delays: number[] }).delays);
  console.log(
    `pen, event to next frame, ${delays.length} moves: p50 ${share(delays, 0.5)} ms, p95 ${share(delays, 0.95)} ms`,
  );

  await expect(page.locator('[data-page="1"] [data-mark]')).toHaveCount(10);
  const owner = await Client.signIn(plenum.url, "db51");
  type Stored = { marks: { kind: string; data?: { points?: string } }[] };
  let strokes: string[] = [];
  await expect
    .poll(async () => {
      const { marks } = (await (await owner.get(`/api/sessions/${demo}/notes`)).json()) as Stored;
      strokes = marks.flatMap(mark => mark.data?.points ?? []);
      return strokes.length;
    })
    .toBe(10);
  const points = strokes.reduce((sum, stroke) => sum + unpackPoints(stroke).length, 0);
  const bytes = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  console.log(`strokes: ${(bytes / points).toFixed(1)} bytes a point as sent (${points} points with pressure)`);

  const drawn = (at: number) =>
    page.evaluate(
      wanted =>
        (performance.getEntriesByName("plenum-page-drawn") as PerformanceMark[]).find(
          mark => mark.detail.page === wanted,
        )?.startTime,
      at,
    );
  const turn = async (to: number) => {
    const at = await page.evaluate(async target => {
      const input = document.querySelector<HTMLInputElement>('input[aria-label="Đi đến trang"]');
      performance.clearMarks("plenum-page-drawn");
      if (input) {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, String(target));
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
      await new Promise(resolve => setTimeout(resolve, 0));
      const start = performance.now();
      input?.form?.requestSubmit();
      return start;
    }, to);
    await expect.poll(() => drawn(to), { intervals: [20] }).toBeGreaterThan(0);
    return ((await drawn(to)) ?? Number.NaN) - at;
  };
  const far: number[] = [];
  for (let n = 1; n <= 20; n++) far.push(await turn(((n * 131) % (pages - 9)) + 9));
  console.log(`jump to any page of ${pages}: p50 ${share(far, 0.5)} ms, p95 ${share(far, 0.95)} ms`);
  const next: number[] = [];
  for (let to = 21; to < 141; to += 3) next.push(await turn(to));
  console.log(`page turn where the page was not drawn ahead: p50 ${share(next, 0.5)} ms, p95 ${share(next, 0.95)} ms`);

  // As one reads: half a second a page, then the key.
  const read: number[] = [];
  await page.evaluate(() =>
    addEventListener("keydown", event => performance.mark("pressed", { startTime: event.timeStamp }), true),
  );
  await page.getByRole("region", { name: "Các trang tài liệu" }).focus();
  for (let to = 139; to < 179; to++) {
    await page.waitForTimeout(500);
    await page.evaluate(() => performance.clearMarks("pressed"));
    await page.keyboard.press("PageDown");
    const ms = await page.evaluate(async wanted => {
      const frame = () => new Promise(requestAnimationFrame);
      const there = () => {
        const box = document.querySelector(`[data-page="${wanted}"]`)?.getBoundingClientRect();
        const drawn = document.querySelector(`[data-page="${wanted}"] canvas`);
        return drawn && box && box.top < innerHeight / 2 && box.bottom > innerHeight / 2;
      };
      while (!there()) await frame();
      await frame();
      return performance.now() - (performance.getEntriesByName("pressed")[0]?.startTime ?? Number.NaN);
    }, to);
    read.push(ms);
  }
  console.log(`page turn of a reader, half a second a page: p50 ${share(read, 0.5)} ms, p95 ${share(read, 0.95)} ms`);

  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(one => one.type === "renderer").map(one => memoryOf(one.id));
  console.log(
    `memory of the renderer after 60 jumps, pixel ratio 2: ${Math.max(...renderers)} MB (PSS), load ${loadavg()[0]?.toFixed(1)}`,
  );
  await seat.leave();
});
