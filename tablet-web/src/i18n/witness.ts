import type { Catalogue } from "./language.ts";
import { vi } from "./witness.vi.ts";

export const witness: Catalogue<typeof vi> = { vi, en: () => import("./witness.en.ts").then(m => m.en) };
