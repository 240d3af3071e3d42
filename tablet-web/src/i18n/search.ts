import type { Catalogue } from "./language.ts";
import { vi } from "./search.vi.ts";

export const search: Catalogue<typeof vi> = { vi, en: () => import("./search.en.ts").then(m => m.en) };
