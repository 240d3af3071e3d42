import { isPaperFile } from "./kind.ts";

/** What was dropped: files, and the PDF and office files of folders with all that is below, in the order of their names. */
export async function filesIn(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null);
  if (entries.every(entry => entry.isFile)) return [...dropped.files];
  const files = await Promise.all(entries.map(entry => filesOf(entry)));
  return files.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const below = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  const sorted = below.toSorted((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
  const files = await Promise.all(sorted.map(one => filesOf(one)));
  return files.flat().filter(file => isPaperFile(file.name));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives a hundred at a time, and nothing at the end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
