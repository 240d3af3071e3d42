/** A plain PDF, a page for each list of lines, ASCII only: what a story needs to know every word and place of it. */
export function pdf(pages: readonly (readonly string[])[]): Buffer {
  const objects: string[] = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"];
  const kids = pages.map(lines => {
    const words = lines.map((line, at) => `1 0 0 1 72 ${760 - at * 24} Tm (${line.replace(/[()\\]/g, "\\$&")}) Tj`);
    const stream = `BT /F 12 Tf ${words.join(" ")} ET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    const content = objects.length;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${content} 0 R >>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(" ")}] >>`;
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map(place => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
