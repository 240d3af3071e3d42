import { useEffect, useRef, useState } from "react";
import { type LineTestEnd, testLine } from "../../../core/line-test.ts";
import { useHousehold } from "../../../hall/index.ts";
import { useDevices } from "../../../hall/room/call.tsx";
import { testPicture } from "./testPicture.ts";

export type LineTestState = { kind: "idle" } | { kind: "running"; share: number } | LineTestEnd;

/** A test of the line with its progress; ends with the screen that shows it. */
export function useLineTest(session: string): { state: LineTestState; start: () => void } {
  const { auth, mediaUrl } = useHousehold();
  const devices = useDevices();
  const [state, setState] = useState<LineTestState>({ kind: "idle" });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async () => {
    const abort = new AbortController();
    running.current = abort;
    setState({ kind: "running", share: 0 });
    const options = { url: mediaUrl, session, tokens: auth, sources: devices, testPicture };
    const end = await testLine(options, share => setState({ kind: "running", share }), abort.signal);
    if (!abort.signal.aborted) setState(end);
  };
  return { state, start: () => void start() };
}
