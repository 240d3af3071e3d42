import type { Catalogue } from "./language.ts";
import { vi } from "./paper-facts.vi.ts";

export const paperFacts: Catalogue<typeof vi> = { vi, en: () => import("./paper-facts.en.ts").then(m => m.en) };
