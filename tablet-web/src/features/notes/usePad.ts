import { useSyncExternalStore } from "react";
import type { Pad, PadState } from "./pad.ts";

export function usePad(pad: Pad): PadState {
  return useSyncExternalStore(pad.subscribe, pad.state);
}
