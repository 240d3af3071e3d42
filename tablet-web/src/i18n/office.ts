import type { Catalogue } from "./language.ts";
import { vi } from "./office.vi.ts";

export const office: Catalogue<typeof vi> = { vi, en: () => import("./office.en.ts").then(m => m.en) };
