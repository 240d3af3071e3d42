import type { Catalogue } from "./language.ts";
import { vi } from "./opinions.vi.ts";

export const opinions: Catalogue<typeof vi> = { vi, en: () => import("./opinions.en.ts").then(m => m.en) };
