import type { OfficeText } from "./office.vi.ts";

export const en: OfficeText = {
  stage: {
    WAITING: "Waiting to be made a PDF",
    CONVERTING: "Being made a PDF",
    CHECKING: "The server checks the file",
  },
  keptTitle: "Office files that are no papers yet",
  keptText: "The original is kept as it is. Delegates do not see this paper yet.",
  why: {
    "office:no-converter": "This server can't turn office files into PDF. The original is kept; upload a PDF.",
    "office:not-converted":
      "This office file could not be made a PDF. The original is kept; make a PDF of it and upload it.",
    "office:too-slow": "Making a PDF of it took too long. The original is kept; make a PDF of it and upload it.",
  },
  interrupted: "Making the PDF was interrupted.",
  facts: (size, when) => `${size} · received ${when}`,
  original: "Save the original",
  originalOf: name => `Save the original ${name}`,
  again: "Convert again",
  becoming: "Being made a PDF",
  became: "It is a paper now",
  instead: "Upload a PDF",
  drop: "Forget it",
  dropped: "The file is forgotten",
  dropTitle: "Forget the office file",
  dropText: name => `Take “${name}” off the list? It became no paper and cannot be brought back.`,
};
