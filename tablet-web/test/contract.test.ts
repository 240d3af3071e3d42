import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeEvent, eventData } from "../src/core/events.ts";

const folder = join(import.meta.dirname, "../../server/src/test/resources/contract");
const files = readdirSync(folder).filter(name => /\.v\d\.json$/.test(name));

describe("the stored examples that Java reads too", () => {
  it.each(files)("%s is decoded", name => {
    const event = decodeEvent(JSON.parse(readFileSync(join(folder, name), "utf8")));
    expect(name.replace(/\.v\d\.json$/, "")).toBe(event.type);
  });

  it("are there for every event type", () => {
    expect(Object.keys(eventData).filter(type => !files.includes(`${type}.v1.json`))).toEqual([]);
  });
});

describe("a journal line", () => {
  const line = { seq: 7, at: 1765159200123, by: "p1", roles: ["SECRETARY"], cmd: "c1" };

  it("is decoded by its type", () => {
    const event = decodeEvent({ ...line, type: "floor.granted", data: { personId: "p2", until: 1765159500123 } });
    expect(event.type === "floor.granted" && event.data.until).toBe(1765159500123);
  });

  it("of an unknown type is not read as something else", () => {
    expect(() => decodeEvent({ ...line, type: "floor.dance", data: {} })).toThrow("floor.dance");
    expect(() => decodeEvent({ ...line, type: "toString", data: {} })).toThrow("toString");
  });

  it("with a field too many or too few is refused", () => {
    expect(() => decodeEvent({ ...line, type: "floor.granted", data: { personId: "p2" } })).toThrow();
    expect(() => decodeEvent({ ...line, type: "screen.automatic", data: { scene: "IDLE" } })).toThrow();
  });
});

describe("the protocol document", () => {
  const protocol = readFileSync(join(import.meta.dirname, "../../server/doc/protocol.md"), "utf8");

  it("names exactly the events that are decoded here", () => {
    const table = protocol.slice(protocol.indexOf("| event | data |"));
    const named = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(row =>
      [...(row[1] ?? "").matchAll(/`([a-z]+\.[a-z-]+)`/g)].map(match => match[1]),
    );
    expect(named.toSorted()).toEqual(Object.keys(eventData).toSorted());
  });

  it("names exactly the commands that are typed here", () => {
    const start = protocol.indexOf("| name | data |");
    const table = protocol.slice(start, protocol.indexOf("Not from the wire"));
    const named = [...table.matchAll(/^\| `([a-z]+\.[a-z-]+)` \|/gm)].map(match => match[1]);
    const source = readFileSync(join(import.meta.dirname, "../src/core/commands.ts"), "utf8");
    const typed = [...source.matchAll(/^ {2}"([a-z]+\.[a-z-]+)":/gm)].map(match => match[1]);
    expect(typed.toSorted()).toEqual(named.toSorted());
  });
});
