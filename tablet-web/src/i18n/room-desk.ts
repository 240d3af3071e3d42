import type { Catalogue } from "./language.ts";
import { vi } from "./room-desk.vi.ts";

export const roomDesk: Catalogue<typeof vi> = { vi, en: () => import("./room-desk.en.ts").then(m => m.en) };
