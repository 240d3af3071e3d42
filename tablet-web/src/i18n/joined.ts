import { vi } from "./joined.vi.ts";
import type { Catalogue } from "./language.ts";

export const joined: Catalogue<typeof vi> = { vi, en: () => import("./joined.en.ts").then(m => m.en) };
