import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Chromium without its own windows, where Debian's package of it is there: the same pages for two thirds of the processor time. */
const bare = "/usr/bin/chromium-headless-shell";
const chromium = existsSync(bare) ? bare : "/usr/bin/chromium";

/** The stories drive the real built server, two at a time; the online room, which needs both cores for its pictures, comes last and alone. */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/prepared.ts",
  outputDir: "test-results/run",
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  reporter: "list",
  projects: [
    { name: "stories", testIgnore: "room.spec.ts" },
    { name: "room", testMatch: "room.spec.ts", dependencies: ["stories"] },
  ],
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    launchOptions: {
      executablePath: process.env.PLENUM_CHROMIUM ?? chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
