import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "./ids.ts";
import { Pack, type PackPaper } from "./pack.ts";
import { PackFiles, pieceBytes } from "./pack-files.ts";
import { packedFetch } from "./packed-fetch.ts";
import type { Store } from "./store.ts";
import { Vault } from "./vault.ts";

const secret = new Uint8Array(32).fill(7);
let vault: Vault;
let store: Store;
const packs: Pack[] = [];

beforeEach(async () => {
  vault = await Vault.of(newId());
  store = (await vault.openWithSecret(secret)).store;
});
afterEach(async () => {
  for (const pack of packs.splice(0)) pack.close();
  await vault.wipe();
});

function bytesOf(seed: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 31 + seed * 7 + (at >> 8)) & 0xff;
  return bytes;
}

/** A server with ranges that counts what it sends and may cut a connection after some bytes. */
class Papers {
  readonly files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; tag: string }>();
  readonly asked: string[] = [];
  /** What was told, as it was heard; a word on its way is heard when `hear` says so. */
  readonly reports: string[][] = [];
  hear: () => Promise<void> = () => Promise.resolve();
  sent = 0;
  cutAfter = Number.POSITIVE_INFINITY;
  status = 200;

  put(paperId: string, bytes: Uint8Array<ArrayBuffer>, version = 1): PackPaper {
    this.files.set(paperId, { bytes, tag: `"${paperId}-${version}"` });
    return {
      paperId,
      title: `Tài liệu ${paperId}`,
      sha256: `${paperId}${version}`.padEnd(64, "0"),
      bytes: bytes.length,
    };
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const id = new URL(request.url).pathname.slice(1);
    const range = request.headers.get("range") ?? "";
    this.asked.push(`${id} ${range}`);
    const file = this.files.get(id);
    if (!file || this.status !== 200) {
      const status = file ? this.status : 404;
      return new Response(JSON.stringify({ code: "papers:no-such-paper", title: "Không có", status }), { status });
    }
    const only = request.headers.get("if-range");
    const [first, last] = range.replace("bytes=", "").split("-").map(Number);
    const whole = only !== null && only !== file.tag;
    const part = whole ? file.bytes : file.bytes.slice(first, (last ?? 0) + 1);
    const headers: Record<string, string> = { etag: file.tag, "content-length": String(part.length) };
    if (!whole) headers["content-range"] = `bytes ${first}-${(first ?? 0) + part.length - 1}/${file.bytes.length}`;
    return new Response(this.stream(part), { status: whole ? 200 : 206, headers });
  };

  readonly report = async (sha256: string[]): Promise<void> => {
    await this.hear();
    this.reports.push(sha256);
  };

  private stream(part: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
    let at = 0;
    return new ReadableStream({
      pull: controller => {
        const some = part.slice(at, at + Math.min(50_000, this.cutAfter));
        this.sent += some.length;
        this.cutAfter -= some.length;
        at += some.length;
        if (some.length > 0) controller.enqueue(some);
        if (at >= part.length) controller.close();
        else if (this.cutAfter <= 0) controller.error(new TypeError("network"));
      },
    });
  }
}

function open(papers: Papers, session = "s1"): Pack {
  const pack = new Pack(session, store, {
    fetch: papers.fetch,
    address: paper => `/${paper.paperId}`,
    report: papers.report,
    exclusive: run => run(),
    stallMs: 1_000,
    retryMs: 3,
  });
  packs.push(pack);
  return pack;
}

function until(pack: Pack, met: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!met()) return;
      stop();
      resolve();
    };
    const stop = pack.subscribe(look);
    look();
  });
}

const complete = (pack: Pack) => until(pack, () => pack.view().activity === "idle" && pack.view().there > 0);

/** Its fingerprint; comparing long arrays by element takes seconds. */
async function kept(pack: Pack, paper: PackPaper): Promise<string> {
  const offline = async () => {
    throw new TypeError("network");
  };
  const response = await packedFetch(pack.files, paper.sha256, offline)(new Request("http://x/content"));
  return print(new Uint8Array(await response.arrayBuffer()));
}

function print(bytes: Uint8Array | undefined): string {
  return createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");
}

describe("a session pack", () => {
  it("fetches all papers in the order of the agenda, byte for byte, and reports them", async () => {
    const papers = new Papers();
    const all = [
      papers.put("b", bytesOf(1, 700_000)),
      papers.put("a", bytesOf(2, 10)),
      papers.put("c", bytesOf(3, pieceBytes)),
    ];
    const pack = open(papers);
    pack.has(all);
    pack.start();
    await complete(pack);
    expect(papers.asked.map(one => one[0])).toEqual(["b", "a", "c"]);
    expect(pack.view()).toMatchObject({ there: 3, received: 962_154, activity: "idle" });
    for (const paper of all) expect(await kept(pack, paper)).toBe(print(papers.files.get(paper.paperId)?.bytes));
    await vi.waitFor(() => expect(papers.reports.at(-1)).toEqual(all.map(paper => paper.sha256).sort()));
  });

  it("is heard last with what is there last, also when the first word is slow", async () => {
    const papers = new Papers();
    const all = [papers.put("a", bytesOf(1, 10)), papers.put("b", bytesOf(2, 20)), papers.put("c", bytesOf(3, 30))];
    const waiting: (() => void)[] = [];
    papers.hear = () => new Promise(heard => waiting.push(heard));
    const pack = open(papers);
    pack.has(all);
    pack.start();
    await complete(pack);
    while (papers.reports.at(-1)?.length !== 3) {
      await vi.waitFor(() => expect(waiting).not.toEqual([]));
      for (const heard of waiting.splice(0).reverse()) heard();
      await Promise.resolve();
    }
    expect(waiting).toEqual([]);
  });

  it("says again what was not heard", async () => {
    const papers = new Papers();
    let deaf = 3;
    papers.hear = async () => {
      if (deaf-- > 0) throw new TypeError("network");
    };
    const pack = open(papers);
    pack.has([papers.put("a", bytesOf(1, 10))]);
    pack.start();
    await complete(pack);
    await vi.waitFor(() => expect(papers.reports).toHaveLength(1));
  });

  it("fetches no byte twice after cuts but those of the broken piece, also over a restart", async () => {
    const papers = new Papers();
    const big = papers.put("a", bytesOf(4, 5 * pieceBytes + 1_000));
    papers.cutAfter = 2 * pieceBytes + 100_000;
    const first = open(papers);
    first.has([big]);
    first.start();
    await until(first, () => first.view().activity === "waiting");
    first.close();
    expect(papers.sent).toBe(2 * pieceBytes + 100_000);
    papers.cutAfter = pieceBytes + 60_000;
    const second = open(papers);
    second.has([big]);
    second.start();
    await until(second, () => second.view().activity === "waiting");
    papers.cutAfter = Number.POSITIVE_INFINITY;
    await complete(second);
    expect(papers.sent).toBe(big.bytes + 100_000 + 60_000);
    expect(await kept(second, big)).toBe(print(papers.files.get("a")?.bytes));
  });

  it("does nothing until it is asked to, and stops when paused", async () => {
    const papers = new Papers();
    const big = papers.put("a", bytesOf(5, 40 * pieceBytes));
    const pack = open(papers);
    pack.has([big]);
    await until(pack, () => pack.view().activity === "idle");
    expect(papers.asked).toEqual([]);
    pack.start();
    await until(pack, () => pack.view().papers[0]?.state.kind === "part");
    pack.pause();
    await pack.settled();
    expect(pack.view().activity).toBe("paused");
    const sent = papers.sent;
    expect(sent).toBeLessThan(big.bytes);
    pack.start();
    await complete(pack);
    expect(papers.sent).toBeLessThan(big.bytes + 2 * pieceBytes);
  });

  it("follows the session: a late paper comes, a replaced one is fetched anew, a recalled one is removed", async () => {
    const papers = new Papers();
    const one = papers.put("a", bytesOf(6, 1_000));
    const two = papers.put("b", bytesOf(7, 1_000));
    const pack = open(papers);
    pack.start();
    pack.has([one, two]);
    await until(pack, () => pack.view().there === 2);
    const newer = papers.put("a", bytesOf(8, 2_000), 2);
    const late = papers.put("c", bytesOf(9, 500));
    pack.has([newer, late]);
    await until(pack, () => pack.view().there === 2 && pack.view().papers.length === 2);
    expect(await kept(pack, newer)).toBe(print(bytesOf(8, 2_000)));
    await expect(kept(pack, one)).rejects.toThrow();
    await expect(kept(pack, two)).rejects.toThrow();
    expect(await store.ids("piece")).toHaveLength(2);
  });

  it("keeps a file as long as any session wants it", async () => {
    const papers = new Papers();
    const shared = papers.put("a", bytesOf(6, 1_000));
    const here = open(papers, "s1");
    const there = open(papers, "s2");
    for (const pack of [here, there]) {
      pack.start();
      pack.has([shared]);
      await until(pack, () => pack.view().there === 1);
    }
    expect(papers.asked).toHaveLength(1);
    here.has([]);
    await here.settled();
    expect(await kept(there, shared)).toBe(print(bytesOf(6, 1_000)));
    there.has([]);
    await there.settled();
    expect(await store.ids("piece")).toEqual([]);
    expect(await store.ids("file")).toEqual([]);
  });

  it("never keeps a confidential paper", async () => {
    const papers = new Papers();
    const secretPaper = { ...papers.put("a", bytesOf(1, 10)), confidential: true };
    const open1 = papers.put("b", bytesOf(2, 10));
    const pack = open(papers);
    pack.start();
    pack.has([secretPaper, open1]);
    await complete(pack);
    expect(papers.asked).toEqual([`b bytes=0-${pieceBytes - 1}`]);
  });

  it("says which paper the server refuses, and fetches the others", async () => {
    const papers = new Papers();
    const gone = papers.put("a", bytesOf(1, 10));
    papers.files.delete("a");
    const good = papers.put("b", bytesOf(2, 10));
    const pack = open(papers);
    pack.start();
    pack.has([gone, good]);
    await complete(pack);
    expect(pack.view().papers.map(one => one.state.kind)).toEqual(["failed", "there"]);
  });

  it("begins a file anew when the server has another copy of it", async () => {
    const papers = new Papers();
    const paper = papers.put("a", bytesOf(1, 3 * pieceBytes));
    papers.cutAfter = pieceBytes + 10;
    const pack = open(papers);
    pack.has([paper]);
    pack.start();
    await until(pack, () => pack.view().activity === "waiting");
    const other = bytesOf(2, 2 * pieceBytes + 77);
    papers.files.set("a", { bytes: other, tag: '"other"' });
    papers.cutAfter = Number.POSITIVE_INFINITY;
    await complete(pack);
    expect(await kept(pack, paper)).toBe(print(other));
  });
});

describe("what is read from the pack", () => {
  it("answers ranges as the server does, and asks the network for what is missing", async () => {
    const files = new PackFiles(store);
    const bytes = bytesOf(3, 2 * pieceBytes + 500);
    await files.begin("f", { tag: '"t"', total: bytes.length });
    await files.keep("f", 0, bytes.slice(0, pieceBytes));
    await files.keep("f", 2, bytes.slice(2 * pieceBytes));
    const network: string[] = [];
    const fetch = packedFetch(files, "f", async request => {
      network.push(request.headers.get("range") ?? "all");
      return new Response("from the network");
    });
    const ask = async (range?: string, ifRange?: string) => {
      const headers = { ...(range ? { range } : {}), ...(ifRange ? { "if-range": ifRange } : {}) };
      const response = await fetch(new Request("http://x/content?version=1", { headers }));
      return {
        status: response.status,
        range: response.headers.get("content-range"),
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    };
    const part = await ask("bytes=1000-2999", '"t"');
    expect(part).toMatchObject({ status: 206, range: `bytes 1000-2999/${bytes.length}` });
    expect(part.bytes).toEqual(bytes.slice(1_000, 3_000));
    expect((await ask("bytes=-400")).bytes).toEqual(bytes.slice(-400));
    expect(network).toEqual([]);
    await ask(`bytes=${pieceBytes - 1}-${pieceBytes}`);
    await ask("bytes=0-9", '"another"');
    await ask();
    expect(network).toEqual([`bytes=${pieceBytes - 1}-${pieceBytes}`, "bytes=0-9", "all"]);
  });

  it("asks the network for what is not the content", async () => {
    const files = new PackFiles(store);
    await files.begin("f", { tag: '"t"', total: 10 });
    await files.keep("f", 0, bytesOf(1, 10));
    const network: string[] = [];
    const fetch = packedFetch(files, "f", async request => {
      network.push(new URL(request.url).pathname);
      return new Response("{}");
    });
    const base = "http://x/api/sessions/s/papers/p";
    for (const rest of ["pages?version=1", "thumbnails/2", "text?from=1"])
      expect(await (await fetch(new Request(`${base}/${rest}`))).text()).toBe("{}");
    expect(network.map(path => path.split("/p/")[1])).toEqual(["pages", "thumbnails/2", "text"]);
    expect((await (await fetch(new Request(`${base}/content`))).arrayBuffer()).byteLength).toBe(10);
    expect(network).toHaveLength(3);
  });
});
