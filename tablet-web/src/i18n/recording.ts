import type { Catalogue } from "./language.ts";
import { vi } from "./recording.vi.ts";

export const recording: Catalogue<typeof vi> = { vi, en: () => import("./recording.en.ts").then(m => m.en) };
