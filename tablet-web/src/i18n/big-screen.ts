import { vi } from "./big-screen.vi.ts";
import type { Catalogue } from "./language.ts";

export const bigScreen: Catalogue<typeof vi> = { vi, en: () => import("./big-screen.en.ts").then(m => m.en) };
