import type { CDPSession, Page } from "@playwright/test";
import type { Spot } from "./pen.ts";

/** Fingers on the glass, as Chromium gets them from a touch screen. The page needs `hasTouch`. */
export class Fingers {
  private readonly cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.cdp = cdp;
  }

  static async of(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** One finger along a line. */
  async drag(from: Spot, to: Spot, steps = 12): Promise<void> {
    await this.touch("touchStart", [from]);
    for (let at = 1; at <= steps; at++) await this.touch("touchMove", [between(from, to, at / steps)]);
    await this.touch("touchEnd", []);
  }

  /** Two fingers around a place, `from` and then `to` pixels from each other. */
  async pinch(center: Spot, from: number, to: number, steps = 12): Promise<void> {
    const pair = (distance: number) => [
      { x: center.x - distance / 2, y: center.y },
      { x: center.x + distance / 2, y: center.y },
    ];
    await this.touch("touchStart", pair(from));
    for (let at = 1; at <= steps; at++) await this.touch("touchMove", pair(from + ((to - from) * at) / steps));
    await this.touch("touchEnd", []);
  }

  /** The first finger draws, then a second one comes down: the hand wants to zoom. */
  async drawThenPinch(center: Spot): Promise<void> {
    await this.touch("touchStart", [center]);
    for (let at = 1; at <= 4; at++) await this.touch("touchMove", [{ x: center.x + at * 6, y: center.y }]);
    const [one, other] = [
      { x: center.x + 24, y: center.y },
      { x: center.x + 124, y: center.y },
    ];
    await this.touch("touchStart", [one, other]);
    for (let at = 1; at <= 6; at++) await this.touch("touchMove", [one, { ...other, x: other.x + at * 10 }]);
    await this.touch("touchEnd", []);
  }

  /** What lies on the glass from now on; nothing: the hand is lifted. */
  async rest(spots: readonly Spot[]): Promise<void> {
    await this.touch(spots.length > 0 ? "touchStart" : "touchEnd", spots);
  }

  /** What lies on the glass is shifted. */
  async shift(spots: readonly Spot[]): Promise<void> {
    await this.touch("touchMove", spots);
  }

  private async touch(type: "touchStart" | "touchMove" | "touchEnd", spots: readonly Spot[]): Promise<void> {
    await this.cdp.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: spots.map((spot, id) => ({ ...spot, id })),
    });
  }
}

function between(from: Spot, to: Spot, share: number): Spot {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
