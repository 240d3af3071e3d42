import type { CDPSession, Page } from "@playwright/test";

export type Spot = { x: number; y: number };

/** A pen of the device, as Chromium knows it: with pressure. */
export class Pen {
  private readonly cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.cdp = cdp;
  }

  static async of(page: Page): Promise<Pen> {
    return new Pen(await page.context().newCDPSession(page));
  }

  async draw(spots: readonly Spot[]): Promise<void> {
    const [first, last] = [spots[0], spots.at(-1)];
    if (!first || !last) return;
    await this.down(first);
    for (const [at, spot] of spots.entries()) await this.to(spot, 0.3 + 0.5 * (at / spots.length));
    await this.up(last);
  }

  async down(spot: Spot): Promise<void> {
    await this.send("mousePressed", spot, 0.4);
  }

  async to(spot: Spot, force = 0.5): Promise<void> {
    await this.send("mouseMoved", spot, force);
  }

  async up(spot: Spot): Promise<void> {
    await this.send("mouseReleased", spot, 0);
  }

  private async send(type: "mousePressed" | "mouseMoved" | "mouseReleased", spot: Spot, force: number): Promise<void> {
    const buttons = type === "mouseReleased" ? 0 : 1;
    await this.cdp.send("Input.dispatchMouseEvent", {
      type,
      ...spot,
      force,
      buttons,
      button: "left",
      clickCount: 1,
      pointerType: "pen",
    });
  }
}

/** Once around a place. */
export function loop(center: Spot, radius: number): Spot[] {
  return Array.from({ length: 40 }, (_, at) => ({
    x: center.x + radius * 1.8 * Math.cos((at / 39) * 2 * Math.PI),
    y: center.y + radius * Math.sin((at / 39) * 2 * Math.PI),
  }));
}
