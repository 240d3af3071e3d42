import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "./api.ts";
import type { Plenum } from "./server.ts";

export const item = "noi-dung-1";

type Account = { bodyId?: string };

/** A session with one item and its papers by file and title, in a sitting that has begun; gives its id. */
export async function runningSession(plenum: Plenum, papers: readonly { file: string; title: string }[]) {
  const secretary = await Client.signIn(plenum.url, "thuky");
  const chair = await Client.signIn(plenum.url, "chutoa");
  const session = `tai-lieu-${randomUUID().slice(0, 8)}`;
  const { sessions } = (await (await secretary.get("/api/sessions")).json()) as { sessions: Account[] };
  const bodyId = sessions[0]?.bodyId;
  await secretary.post("/api/sessions", {
    sessionId: session,
    bodyId,
    title: "Kỳ họp chuyên đề về tài liệu",
    number: 5,
    kind: "THEMATIC",
  });
  const sitting = { sittingId: "sang", title: "Phiên họp buổi sáng", date: "2026-12-21", startsAt: 1_797_814_800_000 };
  await secretary.command(session, "sitting.plan", sitting);
  await secretary.command(session, "agenda.add-item", {
    itemId: item,
    index: 0,
    title: "Chính sách hỗ trợ học sinh bán trú",
    kind: "REPORT",
    hidden: false,
  });
  for (const paper of papers) await upload(secretary, plenum, session, paper);
  await secretary.command(session, "session.publish", {});
  await secretary.command(session, "attendance.open-roll-call", { sittingId: "sang" });
  await secretary.command(session, "attendance.approve", { sittingId: "sang" });
  await chair.command(session, "sitting.open", { sittingId: "sang", overrideReason: "Diễn tập trước kỳ họp" });
  await chair.command(session, "agenda.open-item", { itemId: item });
  return session;
}

async function upload(secretary: Client, plenum: Plenum, session: string, paper: { file: string; title: string }) {
  const query = new URLSearchParams({ itemId: item, title: paper.title, kind: "REPORT", fileName: paper.file });
  const file = readFileSync(join(plenum.papers, paper.file));
  await secretary.put(`/api/sessions/${session}/papers/${randomUUID()}?${query}`, file);
}

export function pdf(plenum: Plenum, file: string, as: string) {
  return { name: as, mimeType: "application/pdf", buffer: readFileSync(join(plenum.papers, file)) };
}
