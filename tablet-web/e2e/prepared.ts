import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "./api.ts";
import { Plenum } from "./server.ts";

/**
 * Before all stories: the demo is loaded and every paper of it drawn and indexed, once. Each server of a story begins
 * with a copy. What the returned function does comes after all stories.
 */
export default async function prepare(): Promise<() => void> {
  const prepared = mkdtempSync(join(tmpdir(), "plenum-e2e-demo-"));
  const plenum = await Plenum.start();
  try {
    await drawn(await Client.signIn(plenum.plain, "thuky"));
    await plenum.end("SIGTERM");
    // its key is what a server is known by to another: each makes its own
    cpSync(plenum.data, prepared, { recursive: true, filter: from => !from.endsWith("joined") });
  } finally {
    await plenum.stop();
  }
  process.env.PLENUM_PREPARED = prepared;
  return () => rmSync(prepared, { recursive: true, force: true });
}

async function drawn(secretary: Client): Promise<void> {
  const deadline = Date.now() + 180_000;
  for (;;) {
    const found = (await (await secretary.get("/api/search?q=ngh%E1%BB%8B")).json()) as { complete: boolean };
    if (found.complete) return;
    if (Date.now() > deadline) throw new Error("the demo's papers are not all indexed");
    await new Promise(later => setTimeout(later, 250));
  }
}
