import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { routeTo } from "../../core/sound.ts";
import { useCallValue, useDevices } from "../room/call.tsx";

const slots = [0, 1, 2, 3];

/** Everyone who is heard, on the chosen loudspeaker. `onBlocked`: the browser wants a gesture first. */
export function Voices({ volume = 1, onBlocked }: { volume?: number; onBlocked: (blocked: boolean) => void }) {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => onBlocked(blocked), [blocked, onBlocked]);
  useEffect(() => {
    if (!blocked) return;
    const unblock = () => {
      const players = [...document.querySelectorAll<HTMLAudioElement>("audio[data-voice]")];
      void Promise.all(players.map(player => player.play())).then(
        () => setBlocked(false),
        () => undefined,
      );
    };
    addEventListener("pointerup", unblock);
    addEventListener("keyup", unblock);
    return () => {
      removeEventListener("pointerup", unblock);
      removeEventListener("keyup", unblock);
    };
  }, [blocked]);
  return slots.map(slot => <Voice key={slot} slot={slot} volume={volume} onBlocked={() => setBlocked(true)} />);
}

function Voice({ slot, volume, onBlocked }: { slot: number; volume: number; onBlocked: () => void }) {
  const devices = useDevices();
  const loudspeaker = useSyncExternalStore(devices.subscribe, devices.chosen).loudspeaker;
  const track = useCallValue("tracks", call => call.voice(slot));
  const ref = useRef<HTMLAudioElement>(null);
  const told = useRef(onBlocked);
  useEffect(() => {
    told.current = onBlocked;
  });
  useEffect(() => {
    const player = ref.current;
    if (!player || !track) return;
    player.srcObject = new MediaStream([track]);
    player.play().catch((error: unknown) => {
      if (error instanceof Error && error.name === "NotAllowedError") told.current();
    });
    return () => {
      player.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    if (ref.current) void routeTo(ref.current, loudspeaker);
  }, [loudspeaker]);
  useEffect(() => {
    if (ref.current) ref.current.volume = volume;
  }, [volume]);
  // biome-ignore lint/a11y/useMediaCaption: people who talk now have no captions
  return <audio ref={ref} data-voice={slot} autoPlay />;
}
