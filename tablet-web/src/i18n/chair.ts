import { vi } from "./chair.vi.ts";
import type { Catalogue } from "./language.ts";

export const chair: Catalogue<typeof vi> = { vi, en: () => import("./chair.en.ts").then(m => m.en) };
