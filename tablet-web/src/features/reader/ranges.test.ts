import { beforeAll, describe, expect, it, vi } from "vitest";
import { type PaperSource, Ranges } from "./ranges.ts";

const bytesOf = (length: number, fill: number) => Uint8Array.from({ length }, (_, at) => (at + fill) % 251);
const original = bytesOf(700_000, 0);
const copy = bytesOf(650_000, 7);

/** A server with a paper and, from some moment on, its reading copy; it honours If-Range as ours does. */
function server(): { source: PaperSource; asked: string[]; copied: () => void } {
  let hasCopy = false;
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    const ifRange = request.headers.get("if-range");
    const copySent = hasCopy && ifRange !== '"original"';
    const file = copySent ? copy : original;
    const etag = copySent ? '"copy"' : '"original"';
    const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
    asked.push(request.headers.get("range") ?? "whole");
    if (!range) return new Response(file, { headers: { etag } });
    const from = range[1] === "" ? file.length - Number(range[2]) : Number(range[1]);
    const to = range[1] === "" ? file.length : Math.min(Number(range[2]) + 1, file.length);
    const headers = { etag, "content-range": `bytes ${from}-${to - 1}/${file.length}` };
    return new Response(file.slice(from, to), { status: 206, headers });
  };
  const copied = () => {
    hasCopy = true;
  };
  return { source: { url: "/paper", bytes: original.length, fetch }, asked, copied };
}

describe("the ranges of a paper", () => {
  beforeAll(() => {
    Object.defineProperty(globalThis, "location", { value: new URL("http://plenum.test/"), configurable: true });
  });

  it("learn the length of the reading copy from the first bytes", async () => {
    const { source, copied } = server();
    copied();
    const ranges = new Ranges(source, () => undefined);
    expect(await ranges.read(0, 1_000)).toEqual(copy.slice(0, 1_000));
    expect(ranges.total).toBe(copy.length);
    expect(await ranges.read(649_000, 650_000)).toEqual(copy.slice(649_000));
  });

  it("stay with the file that was begun when a copy appears", async () => {
    const { source, copied } = server();
    const ranges = new Ranges(source, () => undefined);
    await ranges.read(0, 1_000);
    copied();
    expect(await ranges.read(5_000, 6_000)).toEqual(original.slice(5_000, 6_000));
    expect(ranges.total).toBe(original.length);
  });

  it("never join the tail of one file to the head of another", async () => {
    const { source, copied } = server();
    const ranges = new Ranges(source, () => undefined);
    const first = ranges.read(0, 1_000);
    await first;
    copied();
    await expect(ranges.tail(1_000, first)).rejects.toThrow();
  });

  it("fetch the tail together with the head", async () => {
    const { source, asked, copied } = server();
    copied();
    const ranges = new Ranges(source, () => undefined);
    const first = ranges.read(0, 1_000);
    const tail = ranges.tail(2_000, first);
    expect(asked).toEqual(["bytes=0-999", "bytes=-2000"]);
    expect(await tail).toEqual(copy.slice(-2_000));
  });

  it("give up a server that says nothing, and one that stops in the middle", async () => {
    vi.useFakeTimers();
    try {
      const silent = (request: Request) =>
        new Promise<Response>((_, reject) => request.signal.addEventListener("abort", () => reject(new Error("gone"))));
      const halting = async (request: Request) => {
        const body = new ReadableStream<Uint8Array>({
          start: controller => {
            controller.enqueue(original.slice(0, 10));
            request.signal.addEventListener("abort", () => controller.error(new Error("gone")));
          },
        });
        return new Response(body, { headers: { etag: '"original"' } });
      };
      for (const fetch of [silent, halting]) {
        const ranges = new Ranges({ url: "/paper", bytes: 700_000, fetch }, () => undefined);
        const given = expect(ranges.read(0, 1_000)).rejects.toMatchObject({ problem: { code: "client:network" } });
        await vi.advanceTimersByTimeAsync(70_000);
        await given;
      }
    } finally {
      vi.useRealTimers();
    }
  });
});
