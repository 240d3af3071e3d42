import type { SidePanelText } from "./side-panel.vi.ts";

export const en: SidePanelText = {
  open: "Pages and outline",
  title: "Pages and outline",
  pages: "Pages",
  outline: "Outline",
  noOutline: "This paper has no outline.",
  making: "The pages' pictures are being made…",
  page: page => `Page ${page}`,
  close: "Close",
};
