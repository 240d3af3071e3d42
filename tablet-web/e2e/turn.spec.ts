import playwright from "../playwright.config.ts";
import { breaks, meetingFlags } from "./conference.ts";
import { test as base, expect, Seat, sizes } from "./house.ts";
import { Plenum } from "./server.ts";
import { Coturn } from "./turn.ts";

const demo = "ky-hop-3-2026";
const usual = playwright.use?.launchOptions ?? {};

/** A server of its own that knows a TURN server. */
const test = base.extend<object, { coturn: Coturn }>({
  coturn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
    async ({}, use) => {
      const coturn = await Coturn.start();
      await use(coturn);
      coturn.stop();
    },
    { scope: "worker" },
  ],
  plenum: [
    async ({ coturn }, use) => {
      const plenum = await Plenum.start(undefined, { turn: { urls: [coturn.url], secretFile: coturn.secretFile } });
      await use(plenum);
      await plenum.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  launchOptions: [{ ...usual, args: [...(usual.args ?? []), ...meetingFlags] }, { scope: "worker" }],
});

/** As in a network where nothing but the TURN server can be reached. */
function relayOnly(): void {
  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: "relay" });
    }
  };
}

test("where the bridge cannot be reached, media go by the TURN server", async ({ browser, plenum, coturn }) => {
  const options = { permissions: ["camera", "microphone"], allowed: breaks };
  const delegate = await Seat.take(browser, "turn", sizes.landscape, options);
  await delegate.page.addInitScript(relayOnly);
  await delegate.signIn(`${plenum.url}/sessions/${demo}/room`, "db44");
  await delegate.page.getByRole("button", { name: "Kiểm tra đường truyền" }).click();
  await expect(
    delegate.page.getByText("Tốt: hình và tiếng rõ").or(delegate.page.getByText(/^(Tạm được|Kém):/)),
  ).toBeVisible();
  expect(coturn.log()).toContain("ALLOCATE processed, success");
  expect(delegate.wrong()).toEqual([]);
});
