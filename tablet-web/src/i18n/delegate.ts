import { vi } from "./delegate.vi.ts";
import type { Catalogue } from "./language.ts";

export const delegate: Catalogue<typeof vi> = { vi, en: () => import("./delegate.en.ts").then(m => m.en) };
