import { randomUUID } from "node:crypto";
import { Client, password } from "./api.ts";
import type { Plenum } from "./server.ts";

/** A small council of its own unit, so that its rules and its people meet no other story. */
export interface Council {
  session: string;
  itemId: string;
  secretary: Client;
  chair: Client;
  /** User names, which are person ids too. */
  delegates: readonly string[];
  name(person: string): string;
}

const names = ["Lường Thị Ánh", "Quàng Văn Bun", "Cà Thị Chiêm", "Lò Văn Dọn", "Tòng Thị Én", "Vì Văn Phủ"];

/** With its sitting open, all six present, the item on, and secret ballots on tablets allowed. */
export async function council(plenum: Plenum): Promise<Council> {
  const tag = `x${randomUUID().slice(0, 6)}`;
  const delegates = names.map((_, at) => `${tag}-${"abcdef"[at]}`);
  await register(plenum, tag, delegates);
  const secretary = await Client.signIn(plenum.url, `${tag}-thuky`);
  const chair = await Client.signIn(plenum.url, `${tag}-chutoa`);
  const session = `bo-phieu-${tag}`;
  const itemId = "bau-cu";
  await secretary.post("/api/sessions", {
    sessionId: session,
    bodyId: `${tag}-hdnd`,
    title: "Kỳ họp thứ hai, HĐND xã Thanh Nưa",
    number: 2,
    kind: "REGULAR",
  });
  await present({ session, itemId, secretary, chair }, delegates);
  return { session, itemId, secretary, chair, delegates, name: person => names[delegates.indexOf(person)] ?? "" };
}

/** Opens a sitting of a new session with one item on personnel, and everybody present whom `here` names. */
export async function present(
  { session, itemId, secretary, chair }: { session: string; itemId: string; secretary: Client; chair: Client },
  here: readonly string[],
): Promise<void> {
  const ask = (name: string, data: object) => secretary.command(session, name, data);
  const sittingId = "sang";
  await ask("sitting.plan", { sittingId, title: "Phiên sáng", date: "2026-12-22", startsAt: 1_797_901_200_000 });
  await ask("agenda.add-item", { itemId, index: 0, title: "Công tác nhân sự", kind: "RESOLUTION", hidden: false });
  await ask("session.publish", {});
  await ask("attendance.open-roll-call", { sittingId });
  for (const personId of here) {
    await ask("attendance.mark", { sittingId, personId, presence: "PRESENT" });
  }
  await ask("attendance.approve", { sittingId });
  await chair.command(session, "sitting.open", { sittingId });
  await chair.command(session, "agenda.open-item", { itemId });
}

async function register(plenum: Plenum, tag: string, delegates: readonly string[]): Promise<void> {
  const validFrom = "2026-07-01";
  const bodyId = `${tag}-hdnd`;
  const staff = [
    { id: `${tag}-thuky`, name: "Bạc Cầm Thư", title: "Công chức văn phòng", role: "SECRETARY" },
    { id: `${tag}-chutoa`, name: "Điêu Chính Long", title: "Chủ tịch HĐND xã", role: "CHAIR" },
    { id: `${tag}-man`, name: "Màn hình hội trường", title: "", role: "SCREEN" },
  ];
  const all = [
    ...staff,
    ...delegates.map((id, at) => ({ id, name: names[at] ?? id, title: "Đại biểu", role: "DELEGATE" })),
  ];
  const admin = await Client.signIn(plenum.url, "quantri");
  await admin.post("/api/admin/import", {
    units: [{ unitId: tag, code: tag, name: "Xã Thanh Nưa", level: "COMMUNE", validFrom }],
    bodies: [{ bodyId, unitId: tag, name: "Hội đồng nhân dân xã Thanh Nưa", kind: "COUNCIL" }],
    people: all.map(({ id, name, title }) => ({ personId: id, username: id, name, title, password })),
    members: delegates.map((personId, at) => ({ bodyId, personId, group: "Tổ 1", seat: `A${at + 1}`, validFrom })),
    grants: all.map(({ id, role }) => ({ personId: id, role, scope: bodyId })),
    ruleSets: [await rules(plenum, bodyId, validFrom)],
  });
}

/** Those of a commune in the demo, with secret ballots on tablets. */
async function rules(plenum: Plenum, bodyId: string, validFrom: string): Promise<object> {
  const neighbour = await Client.signIn(plenum.url, "thukyxa");
  const { sessions } = (await (await neighbour.get("/api/sessions")).json()) as { sessions: { bodyId: string }[] };
  const me = (await (await neighbour.get("/api/me")).json()) as { bodies: { bodyId: string }[] };
  const theirs = sessions[0]?.bodyId ?? me.bodies[0]?.bodyId;
  const found = (await (await neighbour.get(`/api/bodies/${theirs}/rules`)).json()) as Record<string, unknown>;
  const ballots = { ...(found.ballots as object), secretElectronic: true, secretLeast: 5 };
  const { totalMembers: _, ...law } = found;
  return { ...law, ballots, ruleSetId: `${bodyId}-1`, bodyId, version: 1, validFrom };
}
