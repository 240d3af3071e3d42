import type { Catalogue } from "./language.ts";
import { vi } from "./notes.vi.ts";

export const notes: Catalogue<typeof vi> = { vi, en: () => import("./notes.en.ts").then(m => m.en) };
