import { vi } from "./journal.vi.ts";
import type { Catalogue } from "./language.ts";

export const journal: Catalogue<typeof vi> = { vi, en: () => import("./journal.en.ts").then(m => m.en) };
