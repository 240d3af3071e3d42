import type { Catalogue } from "./language.ts";
import { vi } from "./point-report.vi.ts";

export const pointReport: Catalogue<typeof vi> = { vi, en: () => import("./point-report.en.ts").then(m => m.en) };
