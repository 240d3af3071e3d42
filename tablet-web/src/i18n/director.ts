import { vi } from "./director.vi.ts";
import type { Catalogue } from "./language.ts";

export const director: Catalogue<typeof vi> = { vi, en: () => import("./director.en.ts").then(m => m.en) };
