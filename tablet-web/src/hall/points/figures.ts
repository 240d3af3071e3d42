import type { Grade, PointLine, PointView } from "../../core/schemas.ts";
import type { ChipTone, IconName } from "../../ui/index.ts";

export type Which = "all" | "silent" | "refused" | "weak" | "missing" | "lost";

export const which: Readonly<Record<Which, (point: PointView) => boolean>> = {
  all: () => true,
  silent: point => point.state === "INVITED",
  refused: point => point.state === "REFUSED",
  weak: point => point.state === "ASSIGNED" && !point.passed,
  missing: point => point.state === "ASSIGNED" && !point.roll,
  lost: point => point.line === "LOST",
};

export interface Totals {
  level: number;
  points: number;
  assigned: number;
  inRoom: number;
  reported: number;
  present: number;
  expected: number;
}

/** Sums of each level, the highest first. */
export function totalsOf(points: readonly PointView[]): readonly Totals[] {
  const levels = [...new Set(points.map(point => point.level))].toSorted((a, b) => a - b);
  return levels.map(level => {
    const here = points.filter(point => point.level === level);
    return {
      level,
      points: here.length,
      assigned: here.filter(point => point.state === "ASSIGNED").length,
      inRoom: here.filter(point => point.line === "IN").length,
      reported: here.filter(point => point.roll).length,
      present: here.reduce((sum, point) => sum + (point.roll?.present ?? 0), 0),
      expected: here.reduce((sum, point) => sum + point.expected, 0),
    };
  });
}

/** All levels together. */
export function sumOf(levels: readonly Totals[]): Omit<Totals, "level"> {
  const sum = (count: (one: Totals) => number) => levels.reduce((all, one) => all + count(one), 0);
  return {
    points: sum(one => one.points),
    assigned: sum(one => one.assigned),
    inRoom: sum(one => one.inRoom),
    reported: sum(one => one.reported),
    present: sum(one => one.present),
    expected: sum(one => one.expected),
  };
}

/** Each point below the one it belongs to. */
export function inTree(points: readonly PointView[]): readonly PointView[] {
  const known = new Set(points.map(point => point.pointId));
  const parentOf = (point: PointView) => (point.parentId && known.has(point.parentId) ? point.parentId : "");
  const walk = (parent: string): PointView[] =>
    points.filter(point => parentOf(point) === parent).flatMap(point => [point, ...walk(point.pointId)]);
  return walk("");
}

export const gradeLook: Readonly<Record<Grade, { tone: ChipTone; icon: IconName }>> = {
  GREEN: { tone: "good", icon: "check" },
  AMBER: { tone: "warn", icon: "warning" },
  RED: { tone: "bad", icon: "cross" },
};

export const lineLook: Readonly<Record<PointLine, { tone: ChipTone; icon: IconName }>> = {
  NEVER: { tone: "neutral", icon: "ring" },
  IN: { tone: "good", icon: "online" },
  LOST: { tone: "bad", icon: "offline" },
  LEFT: { tone: "neutral", icon: "exit" },
};

export type Named = { name: string; position?: string; leader: boolean };

/** "* Quàng Văn Mới, Chủ tịch UBND xã": a line is a person, an asterisk a leader, what follows a comma the position. */
export function attendeesOf(lines: string): Named[] {
  return lines
    .split("\n")
    .map(line => line.trim())
    .filter(line => line.replace(/^\*\s*/, "") !== "")
    .map(line => {
      const leader = line.startsWith("*");
      const [name = "", ...rest] = line.replace(/^\*\s*/, "").split(",");
      const position = rest.join(",").trim();
      return { name: name.trim(), leader, ...(position && { position }) };
    });
}

export function linesOf(attendees: readonly { name: string; position: string; leader: boolean }[]): string {
  return attendees
    .map(one => `${one.leader ? "* " : ""}${one.name}${one.position ? `, ${one.position}` : ""}`)
    .join("\n");
}

export type TestedDevice = "camera" | "microphone" | "loudspeaker";

const tested: readonly TestedDevice[] = ["camera", "microphone", "loudspeaker"];

/** What did not work in a self-test. */
export function devicesMissing(result: Readonly<Record<TestedDevice, string>>): readonly TestedDevice[] {
  return tested.filter(device => result[device] !== "OK");
}
