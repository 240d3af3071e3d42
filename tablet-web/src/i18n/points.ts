import type { Catalogue } from "./language.ts";
import { vi } from "./points.vi.ts";

export const points: Catalogue<typeof vi> = { vi, en: () => import("./points.en.ts").then(m => m.en) };
