import { vi } from "./ballot.vi.ts";
import type { Catalogue } from "./language.ts";

export const ballot: Catalogue<typeof vi> = { vi, en: () => import("./ballot.en.ts").then(m => m.en) };
