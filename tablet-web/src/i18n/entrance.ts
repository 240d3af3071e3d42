import { vi } from "./entrance.vi.ts";
import type { Catalogue } from "./language.ts";

export const entrance: Catalogue<typeof vi> = { vi, en: () => import("./entrance.en.ts").then(m => m.en) };
