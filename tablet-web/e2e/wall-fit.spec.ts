import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

/** States with the longest titles and names that the contract allows. */
const crowded = ["longfailed", "longrating", "longvote", "longitem", "longagenda", "soon", "calling"];
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
/** 30 px at 1080p: what is still read from the last row. */
const smallest = 30 / 1080;

let stage: ChildProcess;
let address: string;

test.beforeAll(async () => {
  stage = spawn(process.execPath, ["test/stage.mjs", "0"], { cwd: `${import.meta.dirname}/..` });
  address = await new Promise((resolve, reject) => {
    stage.stdout?.on("data", data => {
      const found = /http:\/\/[\d.:]+/.exec(String(data));
      if (found) resolve(found[0]);
    });
    stage.on("exit", code => reject(new Error(`the stage ended with ${code}`)));
  });
});

test.afterAll(() => {
  stage.kill();
});

for (const size of sizes) {
  test(`everything fits on a wall of ${size.width} x ${size.height} and nothing is too small to read`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.addInitScript(() => localStorage.setItem("plenum.signed-in", "1"));
    for (const state of crowded) {
      await page.goto(`${address}/sessions/${state}/screen`);
      await page.locator("[data-stage] [data-tone=dark] main").first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await expect
        .poll(() => page.evaluate(faults, smallest * size.height), { message: state, timeout: 15_000 })
        .toEqual([]);
    }
  });
}

/** Runs in the page: boxes that overflow, texts that are cut or smaller than `least` px. */
function faults(least: number): string[] {
  const stageBox = document.querySelector("[data-tone=dark]");
  if (!stageBox?.querySelector("main")) return ["no stage"];
  const found: string[] = [];
  const shown = [...stageBox.querySelectorAll("main, main *, header *, footer *")].filter(
    one => one instanceof HTMLElement && !one.closest("[data-tone=dark] [data-tone=dark]") && one.checkVisibility(),
  ) as HTMLElement[];
  for (const one of shown) {
    const own = [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const { fontSize, webkitLineClamp } = getComputedStyle(one);
    const name = `${one.tagName} ${one.textContent?.slice(0, 30)}`;
    if (own && Number.parseFloat(fontSize) < least - 0.1) found.push(`${name}: ${fontSize}`);
    // The agenda cuts a long title after two lines on purpose; everything else shows the whole of it.
    const allowed = webkitLineClamp === "2" && one.closest("ol") !== null;
    if (one.clientWidth > 0 && !allowed && one.scrollWidth > one.clientWidth + 2) found.push(`${name}: too wide`);
    if (one.tagName === "H1" && one.scrollHeight > one.clientHeight + 6) found.push(`${name}: cut`);
  }
  const main = stageBox.querySelector("main");
  if (main && main.scrollHeight > main.clientHeight + 2) found.push(`main ${main.scrollHeight}/${main.clientHeight}`);
  return found;
}
