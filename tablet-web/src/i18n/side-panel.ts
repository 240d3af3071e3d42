import type { Catalogue } from "./language.ts";
import { vi } from "./side-panel.vi.ts";

export const sidePanel: Catalogue<typeof vi> = { vi, en: () => import("./side-panel.en.ts").then(m => m.en) };
