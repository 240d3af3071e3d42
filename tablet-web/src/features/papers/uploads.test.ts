import { describe, expect, it } from "vitest";
import { clientProblem, ProblemError } from "../../core/problem.ts";
import { Begun } from "./begun.ts";
import { type SendFile, totalsOf, type Upload, type UploadStage, Uploads, worthRetrying } from "./uploads.ts";

const pdf = (name: string, size = 100) => new File(["%PDF-1.7 ".padEnd(size, "x")], name);

type Sending = {
  upload: Upload;
  sent(bytes: number): void;
  stage(stage: UploadStage): void;
  finish(): void;
  fail(error: Error): void;
};

/** What a browser keeps over a fall of the tab. */
function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  } as Storage;
}

/** A server played by hand: each file waits until the test lets it through. */
function handPlayed(storage = shelf()) {
  const sending: Sending[] = [];
  const send: SendFile = (upload, sent, signal, stage) =>
    new Promise<void>((finish, fail) => {
      signal.addEventListener("abort", () => fail(new DOMException("cancelled", "AbortError")));
      sending.push({ upload, sent, stage, finish: () => finish(), fail });
    });
  const forgotten: string[] = [];
  const sender = { send, forget: (upload: Upload) => void forgotten.push(upload.file.name) };
  const uploads = new Uploads(sender, new Begun("s1", storage));
  const settled = (): Promise<void> => new Promise(done => setTimeout(done, 5));
  const states = () => uploads.list().map(upload => upload.state.kind);
  return { uploads, sending, settled, states, forgotten };
}

describe("uploads", () => {
  it("go one by one to an item, in the order chosen, and to two items at a time", async () => {
    const { uploads, sending, settled, states } = handPlayed();
    uploads.add("i1", [pdf("1.pdf"), pdf("2.pdf")]);
    uploads.add("i2", [pdf("3.pdf")]);
    uploads.add("i3", [pdf("4.pdf")]);
    await settled();
    expect(states()).toEqual(["sending", "waiting", "sending", "waiting"]);
    sending[0]?.finish();
    await settled();
    expect(states()).toEqual(["done", "sending", "sending", "waiting"]);
    expect(sending.map(one => one.upload.title)).toEqual(["1", "3", "2"]);
  });

  it("tell how many bytes are gone and when the server is looking", async () => {
    const { uploads, sending, settled, states } = handPlayed();
    uploads.add("i1", [pdf("1.pdf", 200)]);
    await settled();
    sending[0]?.sent(50);
    expect(totalsOf(uploads.list())).toMatchObject({ files: 1, doneFiles: 0, bytes: 200, sentBytes: 50, active: true });
    sending[0]?.sent(200);
    expect(states()).toEqual(["checking"]);
  });

  it("keep the id over a retry, so that no paper comes twice", async () => {
    const { uploads, sending, settled, states } = handPlayed();
    uploads.add("i1", [pdf("1.pdf")]);
    await settled();
    sending[0]?.fail(new ProblemError(clientProblem("client:network")));
    await settled();
    expect(states()).toEqual(["failed"]);
    expect(totalsOf(uploads.list())).toMatchObject({ files: 0, failed: 1, active: false });
    uploads.retry(uploads.list()[0]?.paperId ?? "");
    await settled();
    expect(sending[1]?.upload.paperId).toBe(sending[0]?.upload.paperId);
  });

  it("cancelled leave the list and make room", async () => {
    const { uploads, sending, settled, states } = handPlayed();
    uploads.add("i1", [pdf("1.pdf"), pdf("2.pdf"), pdf("3.pdf")]);
    await settled();
    uploads.cancel(sending[0]?.upload.paperId ?? "");
    await settled();
    expect(states()).toEqual(["sending", "waiting"]);
    expect(uploads.list().map(upload => upload.file.name)).toEqual(["2.pdf", "3.pdf"]);
  });

  it("chosen again after the tab fell go on under the same id, until they are finished or given up", async () => {
    const storage = shelf();
    const file = () => new File(["%PDF-1.7"], "1.pdf", { lastModified: 5 });
    const idAfterAFall = (item = "i1", chosen = file()) => {
      const { uploads } = handPlayed(storage);
      uploads.add(item, [chosen]);
      return { uploads, id: uploads.list()[0]?.paperId ?? "" };
    };
    const { id } = idAfterAFall();
    expect(idAfterAFall().id).toBe(id);
    expect(idAfterAFall("i2").id).not.toBe(id);
    expect(idAfterAFall("i1", new File(["%PDF-1.7"], "1.pdf", { lastModified: 6 })).id).not.toBe(id);
    const again = idAfterAFall();
    again.uploads.add("i1", [file()]);
    expect(new Set(again.uploads.list().map(upload => upload.paperId)).size).toBe(2);
    again.uploads.pauseAll();
    expect(idAfterAFall().id).toBeTruthy();
    const last = handPlayed(storage);
    last.uploads.add("i3", [file()]);
    const third = last.uploads.list()[0]?.paperId ?? "";
    last.uploads.cancel(third);
    expect(idAfterAFall("i3").id).not.toBe(third);
    const done = handPlayed(storage);
    done.uploads.add("i4", [file()]);
    await done.settled();
    const fourth = done.uploads.list()[0]?.paperId;
    done.sending[0]?.finish();
    await done.settled();
    expect(idAfterAFall("i4").id).not.toBe(fourth);
  });

  it("given up are forgotten by the server, paused and finished ones are not", async () => {
    const { uploads, sending, settled, forgotten } = handPlayed();
    uploads.add("i1", [pdf("1.pdf"), pdf("2.pdf")]);
    uploads.add("i2", [pdf("3.pdf")]);
    await settled();
    sending[0]?.finish();
    await settled();
    uploads.cancel(uploads.list()[0]?.paperId ?? "");
    uploads.cancel(uploads.list().find(upload => upload.file.name === "2.pdf")?.paperId ?? "");
    uploads.pauseAll();
    await settled();
    expect(forgotten).toEqual(["2.pdf"]);
    expect(uploads.list()).toEqual([]);
  });

  it("of what can't be a PDF are never sent", async () => {
    const { uploads, sending, settled } = handPlayed();
    uploads.add("i1", [new File([], "empty.pdf"), new File(["PK"], "word.pdf"), new File(["old"], "1.doc")]);
    await settled();
    const codes = uploads.list().map(({ state }) => (state.kind === "failed" ? state.problem.code : state.kind));
    expect(codes).toEqual(["papers:empty", "papers:not-a-pdf", "office:old-format"]);
    expect(sending).toEqual([]);
  });

  it("of an office are sent, and say what the server does with them", async () => {
    const { uploads, sending, settled } = handPlayed();
    uploads.add("i1", [new File(["PK"], "Dự toán.xlsx")]);
    await settled();
    sending[0]?.stage("CONVERTING");
    expect(uploads.list()[0]?.state).toEqual({ kind: "checking", stage: "CONVERTING" });
    expect(uploads.list()[0]?.title).toBe("Dự toán");
  });

  it("are worth another try only when the fault may pass", () => {
    const tries = [0, 401, 429, 503, 413, 415, 422].map(status => worthRetrying(clientProblem("client:fault", status)));
    expect(tries).toEqual([true, true, true, true, false, false, false]);
  });

  it("that are finished make place for the next batch", async () => {
    const { uploads, sending, settled } = handPlayed();
    uploads.add("i1", [pdf("1.pdf")]);
    await settled();
    sending[0]?.finish();
    await settled();
    uploads.add("i2", [pdf("2.pdf")]);
    expect(uploads.list().map(upload => upload.file.name)).toEqual(["2.pdf"]);
  });
});
