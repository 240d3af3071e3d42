import type { Catalogue } from "./language.ts";
import { vi } from "./rules.vi.ts";

export const rules: Catalogue<typeof vi> = { vi, en: () => import("./rules.en.ts").then(m => m.en) };
