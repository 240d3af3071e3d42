import { describe, expect, it } from "vitest";
import { easyPin } from "./pin.ts";

describe("a PIN", () => {
  it("is too easy when all digits are the same or count up or down", () => {
    expect(["111111", "123456", "987654", "890123"].filter(easyPin)).toHaveLength(4);
    expect(["135790", "112233", "482913"].filter(easyPin)).toEqual([]);
  });
});
