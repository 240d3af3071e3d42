/** A choice of this browser that is kept for the next time. */
class Remembered<T extends string> {
  private readonly key: string;
  private readonly usual: T;
  private readonly allowed: readonly T[];

  constructor(key: string, allowed: readonly [T, ...T[]]) {
    this.key = key;
    this.allowed = allowed;
    this.usual = allowed[0];
  }

  now(): T {
    try {
      return this.allowed.find(one => one === localStorage.getItem(this.key)) ?? this.usual;
    } catch {
      return this.usual;
    }
  }

  choose(value: T): void {
    try {
      localStorage.setItem(this.key, value);
    } catch {
      // Kept until the page is closed.
    }
  }
}

const camera = new Remembered("plenum.room.camera", ["on", "off"]);
const weakLine = new Remembered("plenum.room.weak-line", ["off", "on"]);
const shortcuts = new Remembered("plenum.shortcuts", ["on", "off"]);

function asSwitch(remembered: Remembered<"on" | "off">) {
  return {
    now: () => remembered.now() === "on",
    choose: (on: boolean) => remembered.choose(on ? "on" : "off"),
  };
}

/** Whether one goes in with the camera on. A microphone always starts switched off. */
export const cameraWish = asSwitch(camera);
/** Whether one listens and looks at pages only. */
export const weakLineWish = asSwitch(weakLine);
/** Whether single keys do something (WCAG 2.1.4). */
export const shortcutsWish = asSwitch(shortcuts);

const volume = new Remembered("plenum.room.volume", steps());

/** How loud a meeting room is, 0 to 1. */
export const volumeWish = {
  now: () => Number(volume.now()),
  choose: (level: number) => volume.choose(level.toFixed(2)),
};

function steps(): readonly [string, ...string[]] {
  return ["1.00", ...Array.from({ length: 20 }, (_, at) => (at / 20).toFixed(2))];
}
