import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventData } from "../../core/events.ts";
import type { JournalEntry } from "../../core/schemas.ts";
import { en } from "../../i18n/journal.en.ts";
import { vi } from "../../i18n/journal.vi.ts";
import { linesOf, noNames, partOf } from "./sentence.ts";

const folder = join(import.meta.dirname, "../../../../server/src/test/resources/contract");
const stored = readdirSync(folder)
  .filter(name => name.endsWith(".v1.json"))
  .map(name => JSON.parse(readFileSync(join(folder, name), "utf8")) as JournalEntry);

describe("the journal in sentences", () => {
  it("has the stored example of every event type to try", () => {
    expect(stored.map(entry => entry.type).toSorted()).toEqual(Object.keys(eventData).toSorted());
  });

  it.each(stored)("says $type in both languages", entry => {
    for (const t of [vi, en]) {
      const [line] = linesOf([entry], noNames(), t);
      expect(line?.readable).toBe(true);
      expect(line?.sentence.length).toBeGreaterThan(8);
      expect(line?.sentence).not.toMatch(/undefined|null|NaN|\[object/);
      // Neither codes nor ids: words.
      expect(line?.sentence).not.toMatch(/\b[A-Z]+_[A-Z_]+\b|\b(FOR|AGAINST|ABSTAIN|PASSED|FAILED|PRESENT|LEFT)\b/);
    }
  });

  const line = (seq: number, type: string, data: object): JournalEntry => ({
    seq,
    at: 1765159200123,
    by: "p1",
    byName: "Lò Thị Mai",
    roles: ["SECRETARY"],
    type,
    data: data as JournalEntry["data"],
  });

  it("knows names from the live view and from the entries themselves", () => {
    const known = noNames();
    known.person.set("p2", "Giàng A Sính");
    const lines = linesOf(
      [
        line(1, "agenda.item-added", { itemId: "i1", index: 0, title: "Chất vấn", kind: "QUESTIONING", hidden: false }),
        line(2, "agenda.item-opened", { itemId: "i1" }),
        line(3, "floor.hand-raised", { personId: "p2" }),
        line(4, "agenda.item-opened", { itemId: "gone" }),
      ],
      known,
      vi,
    );
    expect(lines.map(one => one.sentence)).toEqual([
      "Thêm nội dung “Chất vấn”",
      "Chuyển sang nội dung “Chất vấn”",
      "Giàng A Sính đăng ký phát biểu",
      "Chuyển sang nội dung “nội dung đã xóa”",
    ]);
  });

  it("learns from the online room how guests and meeting rooms are called", () => {
    const lines = linesOf(
      [
        line(1, "room.joined", { personId: "k1", name: "Điểm cầu xã Tủa Chùa", moderator: false, as: "KIOSK" }),
        line(2, "room.muted", { personId: "k1", source: "MICROPHONE", hold: true }),
        line(3, "room.left", { personId: "k1", lost: true }),
      ],
      noNames(),
      vi,
    );
    expect(lines.map(one => [one.part, one.sentence])).toEqual([
      ["room", "Điểm cầu xã Tủa Chùa vào phòng họp trực tuyến (điểm cầu)"],
      ["room", "Tắt micro của Điểm cầu xã Tủa Chùa và giữ tắt"],
      ["room", "Điểm cầu xã Tủa Chùa mất kết nối với phòng họp trực tuyến"],
    ]);
  });

  it("shows an entry that it can't read instead of leaving it out", () => {
    const [strange] = linesOf([line(1, "floor.dance", {})], noNames(), vi);
    expect(strange).toMatchObject({ readable: false, part: "floor" });
    expect(strange?.sentence).toContain("floor.dance");
  });

  it("sorts sittings under the session", () => {
    expect(partOf("sitting.opened")).toBe("session");
    expect(partOf("voting.closed")).toBe("voting");
  });
});
