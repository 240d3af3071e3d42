import { randomFillSync } from "node:crypto";

/** A scan as scanners write it: a picture before each page, all pages below one node, no object streams. */
export function scan(pages: number, side: number): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  const put = (bytes: Buffer | string) => {
    const part = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
    parts.push(part);
    at += part.length;
  };
  const object = (dictionary: string, stream?: Buffer | string) => {
    offsets.push(at);
    put(`${offsets.length} 0 obj\n${dictionary}\n`);
    if (stream !== undefined) {
      put("stream\n");
      put(stream);
      put("\nendstream\n");
    }
    put("endobj\n");
  };
  put("%PDF-1.4\n");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  const kids = Array.from({ length: pages }, (_, page) => `${5 + 3 * page} 0 R`).join(" ");
  object(`<< /Type /Pages /Count ${pages} /Kids [${kids}] /MediaBox [0 0 595 842] >>`);
  for (let page = 0; page < pages; page++) {
    const first = 3 + 3 * page;
    const picture = randomFillSync(Buffer.alloc(side * side));
    const kind = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray`;
    object(`<< ${kind} /BitsPerComponent 8 /Length ${picture.length} >>`, picture);
    const draw = "q 595 0 0 842 0 0 cm /S Do Q";
    object(`<< /Length ${draw.length} >>`, draw);
    object(
      `<< /Type /Page /Parent 2 0 R /Contents ${first + 1} 0 R /Resources << /XObject << /S ${first} 0 R >> >> >>`,
    );
  }
  const start = at;
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, "0")} 00000 n \n`);
  put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
