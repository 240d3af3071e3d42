import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import { Call, type CallState, type CallTopic, type OwnSources } from "../../core/call.ts";
import { browserDevices, type Devices, type OwnSource } from "../../core/devices.ts";
import type { SourceKind } from "../../core/media.ts";
import { useHousehold } from "../household.tsx";

const DevicesContext = createContext<Devices | undefined>(undefined);
const CallContext = createContext<Call | undefined>(undefined);

/** Camera and microphone of this browser for as long as it is on screen; dark and silent afterwards. */
export function DevicesProvider({ given, children }: { given?: Devices | undefined; children: ReactNode }) {
  const devices = useMemo(() => given ?? browserDevices(), [given]);
  useEffect(() => () => devices.close(), [devices]);
  return <DevicesContext value={devices}>{children}</DevicesContext>;
}

export function useDevices(): Devices {
  const devices = useContext(DevicesContext);
  if (!devices) throw new Error("outside of DevicesProvider");
  return devices;
}

export function useOwnSource(kind: SourceKind): OwnSource {
  const devices = useDevices();
  return useSyncExternalStore(devices.subscribe, () => devices.source(kind));
}

/** Of one who only watches. */
const nothing: OwnSources = { sent: () => undefined, revoke: () => undefined, subscribe: () => () => undefined };

/** One's place in the conversation of the room for as long as it is on screen. `videoSlots` of the first moment hold. */
export function CallProvider({
  session,
  videoSlots,
  watch = false,
  on = true,
  children,
}: {
  session: string;
  videoSlots: number;
  /** Sees and hears the stage without being in the room. */
  watch?: boolean;
  /** False: no connection now. */
  on?: boolean;
  children: ReactNode;
}) {
  const { auth, mediaUrl } = useHousehold();
  const devices = useDevices();
  const slots = useRef(videoSlots);
  const call = useMemo(
    () =>
      new Call({
        url: mediaUrl,
        session,
        videoSlots: slots.current,
        tokens: auth,
        sources: watch ? nothing : devices,
        watch,
      }),
    [mediaUrl, session, auth, devices, watch],
  );
  useEffect(() => {
    if (!on) return;
    call.start();
    return () => call.stop();
  }, [call, on]);
  return <CallContext value={call}>{children}</CallContext>;
}

/** For tests: a call made elsewhere. */
export function GivenCall({ call, children }: { call: Call; children: ReactNode }) {
  return <CallContext value={call}>{children}</CallContext>;
}

export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error("outside of CallProvider");
  return call;
}

/** A value of the call, read again whenever its topic changes; `read` must give the same object while nothing has. */
export function useCallValue<T>(topic: CallTopic, read: (call: Call) => T): T {
  const call = useCall();
  const subscribe = useCallback((listener: () => void) => call.subscribe(topic, listener), [call, topic]);
  return useSyncExternalStore(subscribe, () => read(call));
}

export function useCallState(): CallState {
  return useCallValue("state", call => call.state());
}
