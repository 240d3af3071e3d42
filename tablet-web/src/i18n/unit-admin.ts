import type { Catalogue } from "./language.ts";
import { vi } from "./unit-admin.vi.ts";

export const unitAdmin: Catalogue<typeof vi> = { vi, en: () => import("./unit-admin.en.ts").then(m => m.en) };
