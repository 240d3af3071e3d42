import { describe, expect, it } from "vitest";
import { clientProblem } from "../core/problem.ts";
import { problemTitle } from "./problems.ts";

const parts = import.meta.glob<Record<string, unknown>>("./*.{vi,en}.ts", { eager: true });
const names = [...new Set(Object.keys(parts).map(path => path.replace(/\.(vi|en)\.ts$/, "")))];

/** All texts by path; functions as the number of their parameters. */
function shape(value: unknown, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, child] of Object.entries(value as object)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof child === "string") found.set(at, child);
    else if (typeof child === "function") found.set(at, `function of ${child.length}`);
    else for (const [deep, text] of shape(child, at)) found.set(deep, text);
  }
  return found;
}

describe.each(names)("the catalogue %s", name => {
  const vi = shape(parts[`${name}.vi.ts`]?.vi ?? {});
  const en = shape(parts[`${name}.en.ts`]?.en ?? {});

  it("has a text in both languages for everything", () => {
    const missing = [...vi.keys()].filter(key => !en.has(key));
    expect(missing).toEqual([]);
    expect([...vi, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("is written in composed Unicode", () => {
    expect([...vi.values()].filter(text => text !== text.normalize("NFC"))).toEqual([]);
  });
});

describe("a problem's title", () => {
  const problem = { ...clientProblem("client:network"), code: "floor:hand-already-raised", title: "Đã giơ tay" };

  it("comes from the catalogue by code, else from the server", () => {
    expect(problemTitle(problem, { "floor:hand-already-raised": "The hand is already up" })).toBe(
      "The hand is already up",
    );
    expect(problemTitle(problem, {})).toBe("Đã giơ tay");
  });
});
