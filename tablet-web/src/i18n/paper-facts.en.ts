import type { vi } from "./paper-facts.vi.ts";

export const en: typeof vi = {
  kind: "Type",
  number: "Number and symbol",
  issuer: "Issuing body",
  summary: "Abstract",
  size: "Length",
  file: "File",
  since: "Published",
  version: "Version",
  until: "May be seen until",
};
