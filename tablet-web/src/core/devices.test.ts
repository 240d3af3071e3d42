import { describe, expect, it } from "vitest";
import { FakeMedia } from "../../test/fake-rtc.ts";
import { Devices } from "./devices.ts";

function house(stored?: string) {
  const media = new FakeMedia();
  const kept = new Map(stored ? [["plenum.devices", stored]] : []);
  const memory = { getItem: (key: string) => kept.get(key) ?? null, setItem: (k: string, v: string) => kept.set(k, v) };
  const devices = new Devices({ media: media.real, memory });
  return { media, kept, devices };
}

describe("the devices", () => {
  it("opens camera and microphone with one question", async () => {
    const { media, devices } = house();
    await devices.prepare({ microphone: true, camera: true });
    expect(media.asked).toHaveLength(1);
    expect(devices.sent("MICROPHONE")?.kind).toBe("audio");
    expect(devices.sent("CAMERA")?.kind).toBe("video");
    expect(devices.lists().loudspeaker).toEqual([{ id: "l1", label: "Loa ngoài" }]);
  });

  it("goes without what is missing", async () => {
    const { media, devices } = house();
    media.refuse = asked => (asked.video ? "NotFoundError" : undefined);
    await devices.prepare({ microphone: true, camera: true });
    expect(devices.source("CAMERA")).toMatchObject({ on: false, trouble: "missing" });
    expect(devices.sent("MICROPHONE")).toBeDefined();
  });

  it.each([
    ["NotAllowedError", "denied"],
    ["NotReadableError", "busy"],
    ["NotFoundError", "missing"],
    ["SecurityError", "insecure"],
    ["TypeError", "failed"],
  ])("calls %s %s", async (name, trouble) => {
    const { media, devices } = house();
    media.refuse = () => name;
    await devices.switchCamera(true);
    expect(devices.source("CAMERA").trouble).toBe(trouble);
  });

  it("says that the page is not secure where the browser has no devices at all", async () => {
    const memory = { getItem: () => null, setItem: () => undefined };
    const devices = new Devices({ media: undefined, memory });
    await devices.prepare({ microphone: true, camera: true });
    expect(devices.source("MICROPHONE").trouble).toBe("insecure");
    expect(devices.canShareScreen).toBe(false);
  });

  it("keeps a muted microphone open and a switched-off camera dark", async () => {
    const { media, devices } = house();
    await devices.prepare({ microphone: true, camera: true });
    await devices.switchMicrophone(false);
    await devices.switchCamera(false);
    expect(media.opened.map(track => [track.kind, track.readyState, track.enabled])).toEqual([
      ["audio", "live", false],
      ["video", "ended", true],
    ]);
    expect(devices.sent("MICROPHONE")).toBeUndefined();
    await devices.switchMicrophone(true);
    expect(media.asked).toHaveLength(1);
    expect(devices.sent("MICROPHONE")?.enabled).toBe(true);
  });

  it("remembers the choice, and gives way when that device is gone", async () => {
    const { media, kept, devices } = house();
    await devices.prepare({ microphone: false, camera: true });
    await devices.choose("camera", "c2");
    expect(media.asked.at(-1)?.video).toMatchObject({ deviceId: { exact: "c2" } });
    const next = house(kept.get("plenum.devices"));
    next.media.refuse = asked => ("deviceId" in (asked.video as object) ? "OverconstrainedError" : undefined);
    await next.devices.switchCamera(true);
    expect(next.devices.source("CAMERA")).toMatchObject({ on: true, trouble: undefined });
    expect(next.devices.chosen().camera).toBe("c2");
  });

  it("takes another device when one is pulled out", async () => {
    const { media, devices } = house();
    await devices.prepare({ microphone: true, camera: true });
    const before = media.opened[0];
    const other = new Promise<void>(resolve => {
      devices.subscribe(() => {
        const { track } = devices.source("MICROPHONE");
        if (track && track !== before?.real) resolve();
      });
    });
    before?.end();
    await other;
    expect(devices.sent("MICROPHONE")).toBeDefined();
  });

  it("lets only the newest of two openings take effect", async () => {
    const { media, devices } = house();
    const first = devices.switchCamera(true);
    await devices.switchCamera(true);
    await first;
    await devices.switchCamera(false);
    expect(media.opened.filter(track => track.readyState === "live")).toEqual([]);
    expect(devices.sent("CAMERA")).toBeUndefined();
  });

  it("shares the screen until the person or the browser ends it", async () => {
    const { media, devices } = house();
    expect(await devices.shareScreen()).toBe(true);
    expect(devices.sent("SCREEN")?.contentHint).toBe("detail");
    media.opened.at(-1)?.end();
    expect(devices.sent("SCREEN")).toBeUndefined();
    media.refuse = () => "NotAllowedError";
    expect(await devices.shareScreen()).toBe(false);
    expect(devices.source("SCREEN").trouble).toBeUndefined();
  });

  it("leaves nothing running behind", async () => {
    const { media, devices } = house();
    await devices.prepare({ microphone: true, camera: true });
    await devices.shareScreen();
    devices.close();
    expect(media.opened.every(track => track.readyState === "ended")).toBe(true);
  });
});
