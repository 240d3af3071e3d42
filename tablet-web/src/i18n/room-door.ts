import type { Catalogue } from "./language.ts";
import { vi } from "./room-door.vi.ts";

export const roomDoor: Catalogue<typeof vi> = { vi, en: () => import("./room-door.en.ts").then(m => m.en) };
