import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import axeCore from "axe-core";
import { password } from "./api.ts";
import { Plenum } from "./server.ts";

export { expect };

const pictures = join(import.meta.dirname, "../test-results/screens");

/** Where a picture of that name is kept. */
export function picture(name: string): string {
  mkdirSync(pictures, { recursive: true });
  return join(pictures, `${name}.png`);
}

export const sizes = {
  desktop: { width: 1280, height: 800 },
  landscape: { width: 1280, height: 800 },
  portrait: { width: 800, height: 1280 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
};

const lastSeen: string[] = [];
/** Seats that were taken and not left. */
const taken = new Set<Seat>();

/** Keeps what a screen says before it is put away: shown when the story fails. */
export async function remember(who: string, page: Page | undefined): Promise<void> {
  const said = await page?.locator("body").ariaSnapshot({ timeout: 2_000 }).catch(String);
  if (page && said) lastSeen.push(`--- last on ${who}, ${page.url()} ---\n${said}`);
}

/** One server for all stories of a run; what it printed is shown when a story fails, and what the screens said. */
export const test = base.extend<{ shownOnFailure: undefined }, { plenum: Plenum }>({
  plenum: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
    async ({}, use) => {
      const plenum = await Plenum.start();
      await use(plenum);
      await plenum.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  shownOnFailure: [
    async ({ plenum }, use, info) => {
      lastSeen.length = 0;
      taken.clear();
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      for (const seat of taken) await remember(seat.role, seat.page);
      console.log(`--- the server's last lines ---\n${plenum.log()}\n${lastSeen.join("\n")}`);
    },
    { auto: true },
  ],
});

/** Errors of pages of the browser itself, such as its menus: none of ours. */
const ofChromium = /chrome(-extension|-untrusted)?:\/\/|sendWithPromise/;

/** Someone at a device: a browser context of its own, watched for errors. */
export class Seat {
  readonly role: string;
  readonly page: Page;
  private readonly wrongs: string[] = [];
  private allowed: readonly RegExp[];

  private constructor(role: string, page: Page, allowed: readonly RegExp[]) {
    this.role = role;
    this.page = page;
    this.allowed = allowed;
    page.on("console", message => {
      if (message.type() === "error") this.note(message.text());
    });
    page.on("pageerror", error => {
      if (!ofChromium.test(`${error.message} ${error.stack}`)) this.note(`uncaught ${error.message}`);
    });
  }

  /** `allowed`: errors that the story itself causes, such as a cut network. */
  static async take(
    browser: Browser,
    role: string,
    viewport: { width: number; height: number },
    options: BrowserContextOptions & { allowed?: RegExp[] } = {},
  ): Promise<Seat> {
    const { allowed = [], ...rest } = options;
    const context = await browser.newContext({ viewport, serviceWorkers: "block", ...rest });
    await context.addInitScript(() =>
      addEventListener("securitypolicyviolation", event =>
        console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
      ),
    );
    const seat = new Seat(role, await context.newPage(), allowed);
    taken.add(seat);
    return seat;
  }

  /** Signs in on the screen at `address`, as one does who follows a link. */
  async signIn(address: string, username: string, typed = password): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel("Tên đăng nhập").fill(username);
    await this.page.getByLabel("Mật khẩu", { exact: true }).fill(typed);
    await this.page.getByRole("button", { name: "Đăng nhập" }).click();
  }

  /** Keeps a picture of what is on screen, and holds it to WCAG 2.2 AA. */
  async shows(state: string): Promise<void> {
    await this.page.evaluate(() => document.fonts.ready);
    await atRest(this.page);
    await this.page.screenshot({ path: picture(`${this.role}-${state}`), animations: "disabled" });
    expect.soft(await barriers(this.page), `barriers on ${this.role}-${state}`).toEqual([]);
  }

  /** From now on only these errors are the story's own doing. */
  allow(...allowed: readonly RegExp[]): void {
    this.allowed = allowed;
  }

  /** Console errors, uncaught errors and violations of the content policy, but for what was allowed. */
  wrong(): string[] {
    return this.wrongs;
  }

  async leave(): Promise<void> {
    await remember(this.role, this.page);
    taken.delete(this);
    await this.page.context().close();
  }

  private note(text: string): void {
    if (!this.allowed.some(one => one.test(text))) this.wrongs.push(`${this.role}: ${text}`);
  }
}

/** What fades or grows is at its end at once, and what follows from the last word of the server is drawn. */
async function atRest(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await page.evaluate(() => {
    for (const moving of document.getAnimations()) {
      if (moving.playState === "running" && moving.effect?.getComputedTiming().endTime !== Infinity) moving.finish();
    }
  });
}

/** What axe-core finds against WCAG 2.2 A and AA, one line a rule with the first places. */
async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const found = await axe.run(document, {
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
      resultTypes: ["violations"],
      preload: false, // style sheets of other addresses: there are none
    });
    return found.violations.map(
      rule =>
        `${rule.id}: ${rule.nodes
          .slice(0, 3)
          .map(node => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`)
          .join(" | ")}`,
    );
  });
}
