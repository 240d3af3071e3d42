import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "../src/i18n/problems.en.ts";

const sources = join(import.meta.dirname, "../../server/src/main/java/plenum/server");

/** Codes of an enum `<Part>Problem`: its part, and each constant in lower case with dashes. */
function codes(file: string): string[] {
  const text = readFileSync(join(sources, file), "utf8");
  const part = /String part\(\) \{\s*return "([a-z]+)"/.exec(text)?.[1];
  if (!part) return [];
  return [...text.matchAll(/^ {4}([A-Z][A-Z_]+)\(/gm)].map(
    match => `${part}:${(match[1] ?? "").toLowerCase().replaceAll("_", "-")}`,
  );
}

describe("every refusal of the server", () => {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(name =>
    /\w+Problem\.java$/.test(name),
  );
  const all = files.flatMap(codes);

  it("has an English title", () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(code => !(code in en))).toEqual([]);
  });
});
