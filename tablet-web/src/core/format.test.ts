import { describe, expect, it } from "vitest";
import {
  byteSize,
  clockTime,
  duration,
  exactTime,
  fold,
  initials,
  localDate,
  percent,
  shortDate,
  weekDate,
} from "./format.ts";
import { newId } from "./ids.ts";

const opening = Date.UTC(2026, 11, 8, 1, 0, 5);

describe("what is shown", () => {
  it("is in the hall's time, wherever the tablet thinks it is", () => {
    expect(clockTime(opening)).toBe("08:00");
    expect(exactTime(opening)).toBe("08:00:05");
    expect(shortDate(opening)).toBe("08/12/2026");
    expect(weekDate(opening, "vi")).toBe("Thứ Ba, 08/12/2026");
    expect(weekDate(opening, "en")).toBe("Tuesday, 08/12/2026");
    expect(localDate("2026-12-08")).toBe("08/12/2026");
  });

  it("begins midnight with 00", () => {
    expect(clockTime(Date.UTC(2026, 11, 7, 17, 5))).toBe("00:05");
  });

  it("has a comma in Vietnamese percent and a point in English", () => {
    expect(percent(47, 52, "vi")).toBe("90,38%");
    expect(percent(47, 52, "en")).toBe("90.38%");
    expect(percent(1, 0, "vi")).toBe("0%");
  });

  it("counts durations down past zero", () => {
    expect(duration(65_000)).toBe("01:05");
    expect(duration(-65_000)).toBe("−01:05");
    expect(duration(3_729_000)).toBe("1:02:09");
  });

  it("writes sizes shortly", () => {
    expect(byteSize(459_000, "vi")).toBe("459 kB");
    expect(byteSize(25_100_000, "vi")).toBe("25,1 MB");
  });

  it("folds marks, and đ to d, for search", () => {
    expect(fold("Chuyển đổi SỐ, Điện Biên")).toBe("chuyen doi so, dien bien");
  });

  it("shows a person by two letters", () => {
    expect(initials("Giàng Thị Dơ")).toBe("GD");
    expect(initials("Mai")).toBe("M");
  });
});

describe("a new id", () => {
  it("is a UUID even where the page is no secure context", () => {
    const plain = { getRandomValues: crypto.getRandomValues.bind(crypto) } as unknown as Crypto;
    expect(newId(plain)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });
});
