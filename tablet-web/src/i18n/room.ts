import type { Catalogue } from "./language.ts";
import { vi } from "./room.vi.ts";

export const room: Catalogue<typeof vi> = { vi, en: () => import("./room.en.ts").then(m => m.en) };
