import type { Catalogue } from "./language.ts";
import { vi } from "./watch.vi.ts";

export const watch: Catalogue<typeof vi> = { vi, en: () => import("./watch.en.ts").then(m => m.en) };
