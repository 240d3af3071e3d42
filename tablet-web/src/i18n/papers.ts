import type { Catalogue } from "./language.ts";
import { vi } from "./papers.vi.ts";

export const papers: Catalogue<typeof vi> = { vi, en: () => import("./papers.en.ts").then(m => m.en) };
