import type { Catalogue } from "./language.ts";
import { vi } from "./reader.vi.ts";

export const reader: Catalogue<typeof vi> = { vi, en: () => import("./reader.en.ts").then(m => m.en) };
