import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { type Client, password } from "./api.ts";
import { expect, remember, sizes } from "./house.ts";

/** A tablet: a browser with a disk of its own, which can be switched off and on. */
export class Tablet {
  private readonly disk = mkdtempSync(join(tmpdir(), "plenum-tablet-"));
  private context: BrowserContext | undefined;
  /** Uncaught errors and violations of the content policy. */
  readonly wrong: string[] = [];

  async on(viewport = sizes.landscape): Promise<Page> {
    const context = await chromium.launchPersistentContext(this.disk, {
      viewport,
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
      executablePath: process.env.PLENUM_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    });
    this.context = context;
    await context.addInitScript(() =>
      addEventListener("securitypolicyviolation", event => {
        throw new Error(`CSP ${event.violatedDirective} ${event.blockedURI}`);
      }),
    );
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(45_000);
    page.on("pageerror", error => this.wrong.push(error.message));
    return page;
  }

  async off(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** SIGKILL to the whole browser: nothing is said, nothing is written any more. */
  async kill(): Promise<void> {
    const gone = new Promise(closed => this.context?.once("close", closed));
    process.kill(browserOn(this.disk), "SIGKILL");
    await gone;
    this.context = undefined;
  }

  /** Which of these bytes the switched-off tablet's disk holds as they are: the names of its files. */
  readable(bytes: Uint8Array): string[] {
    const pieces = [1, 2, 3, 4, 5, 6, 7].map(eighth => {
      const from = Math.floor((bytes.length * eighth) / 8);
      return Buffer.from(bytes.subarray(from, from + 48));
    });
    return readdirSync(this.disk, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(file => {
        const kept = readFileSync(file);
        return pieces.some(piece => kept.includes(piece));
      });
  }

  async scrap(): Promise<void> {
    await remember("the tablet", this.context?.pages()[0]);
    await this.off();
    rmSync(this.disk, { recursive: true, force: true });
  }
}

/** The process of the browser that works on this disk; those that it has started itself name their type. */
function browserOn(disk: string): number {
  const command = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return ""; // it has ended meanwhile
    }
  };
  const found = readdirSync("/proc")
    .filter(name => /^\d+$/.test(name))
    .find(pid => command(pid).includes(`--user-data-dir=${disk}`) && !command(pid).includes("--type="));
  if (!found) throw new Error(`no browser works on ${disk}`);
  return Number(found);
}

/** Signs in on the screen at `address`. */
export async function signIn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

export function meter(page: Page, words: RegExp | string) {
  const text = typeof words === "string" ? words : words.source;
  return page.getByRole("button", { name: new RegExp(`Tài liệu ngoại tuyến: .*${text}`) });
}

/** Waits until the whole session is on the device, and the app itself too. */
export async function downloaded(page: Page): Promise<void> {
  await expect(meter(page, "Đã tải đủ")).toBeVisible({ timeout: 60_000 });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

export async function setPin(page: Page, pin: string): Promise<void> {
  await meter(page, "").click();
  await page.getByRole("button", { name: "Đặt mã PIN" }).click();
  await page.getByLabel("Mã PIN", { exact: true }).fill(pin);
  await page.getByLabel("Nhập lại mã PIN").fill(pin);
  await page.getByRole("button", { name: "Lưu mã PIN" }).click();
  await expect(page.getByText("Đã lưu mã PIN")).toBeVisible();
  await page.keyboard.press("Escape");
}

export async function enterPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel("Mã PIN").fill(pin);
  await page.getByRole("button", { name: "Mở", exact: true }).click();
}

/** Everything the browser keeps under this origin's databases, as text: nothing of a paper may be readable in it. */
export function databases(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(one => one.name ?? ""));
}

/** How long the copies are that a delegate's tablet fetches. */
export async function bytesOfAll(delegate: Client, session: string): Promise<number> {
  const state = (await (await delegate.get(`/api/sessions/${session}/state?as=delegate`)).json()) as {
    parts: { agenda: { items: { papers: { paperId: string }[] }[] } };
  };
  let bytes = 0;
  for (const { paperId } of state.parts.agenda.items.flatMap(item => item.papers)) {
    const answer = await delegate.get(`/api/sessions/${session}/papers/${paperId}/content`);
    bytes += (await answer.arrayBuffer()).byteLength;
  }
  return bytes;
}
