import { describe, expect, it } from "vitest";
import { loudness } from "./sound.ts";

const tone = (level: number) => Float32Array.from({ length: 960 }, (_, at) => level * Math.sin(at / 5));

describe("loudness", () => {
  it("is nothing in silence and below the noise of a room", () => {
    expect(loudness(new Float32Array(960))).toBe(0);
    expect(loudness(tone(0.001))).toBe(0);
  });

  it("grows by ears, not by volts", () => {
    const [soft, normal, loud] = [0.01, 0.1, 1].map(level => loudness(tone(level))) as [number, number, number];
    expect(normal - soft).toBeCloseTo(loud - normal, 2);
    expect(loud).toBeLessThanOrEqual(1);
    expect(soft).toBeGreaterThan(0.2);
  });
});
