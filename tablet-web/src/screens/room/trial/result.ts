import type { DeviceTrouble } from "../../../core/devices.ts";
import type { DeviceCheck, Measured } from "../../../core/schemas.ts";
import type { LineTestState } from "../lobby/useLineTest.ts";

type Tried = { on?: boolean; trouble: DeviceTrouble | undefined };

/** What has been tried so far. `audible`: what the person says of the tone. */
export interface Tries {
  camera: Tried & { on: boolean };
  microphone: Tried;
  heard: boolean;
  audible: boolean | undefined;
  line: LineTestState;
}

/** What to send; undefined as long as the loudspeaker or the line was not tried. Nothing came back: no rate, all lost. */
export function resultOf({ camera, microphone, heard, audible, line }: Tries): Measured | undefined {
  if (audible === undefined || (line.kind !== "measured" && line.kind !== "unreachable")) return undefined;
  const devices = {
    camera: checkOf(camera.on, camera.trouble),
    microphone: checkOf(heard, microphone.trouble),
    loudspeaker: checkOf(audible, undefined),
  };
  if (line.kind === "unreachable") {
    return { ...devices, upKbps: 0, downKbps: 0, roundTripMs: 0, lossPermille: 1_000 };
  }
  const { upBps, downBps, roundTripMs, lost } = line.report;
  return {
    ...devices,
    upKbps: Math.round(upBps / 1_000),
    downKbps: Math.round(downBps / 1_000),
    roundTripMs: Math.min(60_000, Math.round(roundTripMs)),
    lossPermille: Math.min(1_000, Math.round(lost * 1_000)),
  };
}

function checkOf(works: boolean, trouble: DeviceTrouble | undefined): DeviceCheck {
  if (works) return "OK";
  return trouble === "denied" || trouble === "insecure" ? "DENIED" : "NONE";
}
