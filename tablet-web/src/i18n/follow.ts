import { vi } from "./follow.vi.ts";
import type { Catalogue } from "./language.ts";

export const follow: Catalogue<typeof vi> = { vi, en: () => import("./follow.en.ts").then(m => m.en) };
