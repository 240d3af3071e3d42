import type { Catalogue } from "./language.ts";
import { vi } from "./trial.vi.ts";

export const trial: Catalogue<typeof vi> = { vi, en: () => import("./trial.en.ts").then(m => m.en) };
