import type { Catalogue } from "./language.ts";
import { vi } from "./pack.vi.ts";

export const pack: Catalogue<typeof vi> = { vi, en: () => import("./pack.en.ts").then(m => m.en) };
