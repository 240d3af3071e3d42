import type { Catalogue } from "./language.ts";
import { vi } from "./secret.vi.ts";

export const secret: Catalogue<typeof vi> = { vi, en: () => import("./secret.en.ts").then(m => m.en) };
