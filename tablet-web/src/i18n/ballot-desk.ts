import { vi } from "./ballot-desk.vi.ts";
import type { Catalogue } from "./language.ts";

export const ballotDesk: Catalogue<typeof vi> = { vi, en: () => import("./ballot-desk.en.ts").then(m => m.en) };
