import { vi } from "./ballots.vi.ts";
import type { Catalogue } from "./language.ts";

export const ballots: Catalogue<typeof vi> = { vi, en: () => import("./ballots.en.ts").then(m => m.en) };
