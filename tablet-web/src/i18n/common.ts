import { vi } from "./common.vi.ts";
import type { Catalogue } from "./language.ts";

export const common: Catalogue<typeof vi> = { vi, en: () => import("./common.en.ts").then(m => m.en) };
