import type { Catalogue } from "./language.ts";
import { vi } from "./substitutes.vi.ts";

export const substitutes: Catalogue<typeof vi> = { vi, en: () => import("./substitutes.en.ts").then(m => m.en) };
