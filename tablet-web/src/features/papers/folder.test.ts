import { describe, expect, it } from "vitest";
import { filesIn } from "./folder.ts";

type Tree = { [name: string]: Tree | string };

function entry(name: string, inside: Tree | string): FileSystemEntry {
  if (typeof inside === "string")
    return { name, isFile: true, file: (give: (file: File) => void) => give(new File([inside], name)) } as never;
  const pages = [Object.entries(inside).map(([below, one]) => entry(below, one)), []];
  const readEntries = (give: (some: FileSystemEntry[]) => void) => give(pages.shift() ?? []);
  return { name, isFile: false, createReader: () => ({ readEntries }) } as never;
}

function dropped(tree: Tree): DataTransfer {
  const entries = Object.entries(tree).map(([name, inside]) => entry(name, inside));
  const files = Object.entries(tree).flatMap(([name, one]) => (typeof one === "string" ? [new File([one], name)] : []));
  return { items: entries.map(one => ({ webkitGetAsEntry: () => one })), files } as never;
}

describe("what is dropped", () => {
  it("is taken file by file, whatever it is", async () => {
    const files = await filesIn(dropped({ "b.pdf": "x", "a.docx": "y" }));
    expect(files.map(file => file.name)).toEqual(["b.pdf", "a.docx"]);
  });

  it("is searched for PDF files when it is a folder, in the order of names", async () => {
    const folder = { "10 Phụ lục.pdf": "x", "2 Báo cáo.PDF": "x", "ghi chú.txt": "x", sâu: { "1 Tờ trình.pdf": "x" } };
    const files = await filesIn(dropped({ "Tài liệu": folder }));
    expect(files.map(file => file.name)).toEqual(["2 Báo cáo.PDF", "10 Phụ lục.pdf", "1 Tờ trình.pdf"]);
  });
});
