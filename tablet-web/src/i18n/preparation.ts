import type { Catalogue } from "./language.ts";
import { vi } from "./preparation.vi.ts";

export const preparation: Catalogue<typeof vi> = { vi, en: () => import("./preparation.en.ts").then(m => m.en) };
