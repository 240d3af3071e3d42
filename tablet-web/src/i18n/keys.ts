import { vi } from "./keys.vi.ts";
import type { Catalogue } from "./language.ts";

export const keys: Catalogue<typeof vi> = { vi, en: () => import("./keys.en.ts").then(m => m.en) };
