import type { Catalogue } from "./language.ts";
import { vi } from "./secretary.vi.ts";

export const secretary: Catalogue<typeof vi> = { vi, en: () => import("./secretary.en.ts").then(m => m.en) };
