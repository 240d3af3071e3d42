import { describe, expect, it } from "vitest";
import { type Judged, judged, unjudged } from "./thin.ts";

/** An estimate every two seconds. */
function told(kbps: readonly number[], from: Judged = unjudged): Judged {
  return kbps.reduce((line, one, at) => judged(line, one * 1_000, (at + 1) * 2_000), from);
}

const narrow = told(Array<number>(11).fill(400));

describe("a line", () => {
  it("is wide until it has been too weak for the small pictures for twenty seconds", () => {
    expect(told(Array<number>(10).fill(400)).thin).toBe("WIDE");
    expect(narrow.thin).toBe("NARROW");
    expect(told([...Array<number>(9).fill(400), 900, 400, 400]).thin).toBe("WIDE");
  });

  it("is wide again only when there is much room for ten seconds", () => {
    expect(told(Array<number>(20).fill(600), narrow).thin).toBe("NARROW");
    expect(told(Array<number>(6).fill(900), { ...narrow, since: 0 }).thin).toBe("WIDE");
  });

  it("that has carried voices only for twenty seconds shows pages, and tries the stage again after a minute", () => {
    const narrowed = { ...narrow, since: 0 };
    expect(told(Array<number>(10).fill(64), narrowed).thin).toBe("NARROW");
    const voice = { ...told(Array<number>(11).fill(64), narrowed), since: 0 };
    expect(voice.thin).toBe("VOICE");
    expect(told(Array<number>(29).fill(64), voice).thin).toBe("VOICE");
    expect(told(Array<number>(30).fill(64), voice).thin).toBe("NARROW");
  });

  it("is not judged before the bridge knows anything of it", () => {
    expect(told([0, 0, 0, 0, 0])).toBe(unjudged);
  });
});
