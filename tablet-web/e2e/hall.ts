import { type Browser, expect, type Page } from "@playwright/test";
import { Client } from "./api.ts";
import { Seat, sizes } from "./house.ts";
import type { Plenum } from "./server.ts";
import type { Wire } from "./wire.ts";

/** The people of the story at their devices; `c` hangs on a cable that can be cut. */
export type Hall = Record<"secretary" | "chair" | "a" | "b" | "c" | "wall", Seat>;

/** What a killed server and a cut cable leave in a browser's console. */
export const cuts = [/WebSocket connection to .* failed/, /^Failed to load resource: net::ERR_/];

export async function takeSeats(browser: Browser, wire: Wire): Promise<Hall> {
  return {
    secretary: await Seat.take(browser, "secretary", sizes.desktop),
    chair: await Seat.take(browser, "chair", sizes.landscape),
    a: await Seat.take(browser, "delegate-landscape", sizes.landscape, { hasTouch: true }),
    b: await Seat.take(browser, "delegate-portrait", sizes.portrait, { hasTouch: true }),
    c: await Seat.take(browser, "delegate-phone", sizes.phone, { hasTouch: true, proxy: wire.proxy }),
    wall: await Seat.take(browser, "screen", sizes.wall),
  };
}

/** The chair's large button; it settles for a moment after each change. */
export async function step(page: Page, name: string): Promise<void> {
  await page.getByRole("region", { name: "Bước tiếp theo" }).getByRole("button", { name, exact: true }).click();
}

export async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** A delegate's ballot; resolves when the tablet says it is recorded. */
export async function castBallot(page: Page, choice: string): Promise<void> {
  await page.getByText(choice, { exact: true }).click();
  await page.getByRole("button", { name: `Gửi: ${choice}` }).click();
  await expect(page.getByText("Phiếu đã ghi nhận")).toBeVisible();
}

/** A guest comes in during a vote, sees how many have voted, has no ballot, and leaves. */
export async function guestWatches(browser: Browser, plenum: Plenum, session: string): Promise<void> {
  const guest = await Seat.take(browser, "guest", sizes.landscape);
  await guest.signIn(`${plenum.url}/sessions/${session}`, "khach1");
  const panel = guest.page.getByRole("complementary", { name: "Phiên họp trực tiếp" });
  await expect(panel.getByRole("heading", { name: "Đang biểu quyết" })).toBeVisible();
  await expect(panel.getByText("Đã biểu quyết 0/58")).toBeVisible();
  await expect(panel.getByRole("radio")).toHaveCount(0);
  await expect(panel.getByRole("button")).toHaveCount(0);
  await guest.shows("vote");
  expect(guest.wrong()).toEqual([]);
  await guest.leave();
}

/** The big count on the wall or the chair's screen, `2/58`. */
export function figure(page: Page, text: string) {
  return page.getByRole("main").locator("p", { hasText: new RegExp(`^${text}`) });
}

/** The six digits as people in the hall read them. */
export async function codeOnWall(page: Page): Promise<string> {
  const digits = page.locator("p", { hasText: /^\d{3} \d{3}$/ });
  return ((await digits.textContent()) ?? "").replace(/\D/g, "");
}

/** Resolves when the reader has drawn a page since the last call. */
export async function pageDrawn(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName("plenum-page-drawn").length))
    .toBeGreaterThan(0);
  await page.evaluate(() => performance.clearMarks("plenum-page-drawn"));
}

export type State = {
  parts: {
    session: { sittings: { sittingId: string; title: string }[]; openSittingId?: string };
    room: { participants: { personId: string }[]; waitingCount: number };
    agenda: { items: { itemId: string }[] };
    voting: { votes: { voteId: string; result?: object; ballots?: object[] }[] };
  };
};

/** What an audience is sent of the session. */
export async function stateAs(client: Client, session: string, audience: string): Promise<State> {
  return (await (await client.get(`/api/sessions/${session}/state?as=${audience}`)).json()) as State;
}

export async function ballotsOf(plenum: Plenum, session: string, personId?: string): Promise<object[]> {
  const journal = await (await Client.signIn(plenum.url, "thuky")).journal(session);
  return journal.filter(
    entry => entry.type === "voting.ballot-cast" && (!personId || entry.data.personId === personId),
  );
}

/** One after the other. */
export async function each<T>(all: readonly T[], act: (one: T, at: number) => Promise<void>): Promise<void> {
  for (const [at, one] of all.entries()) await act(one, at);
}
