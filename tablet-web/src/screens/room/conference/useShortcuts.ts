import { useEffect, useRef } from "react";
import { shortcutsWish } from "../../../hall/stage/switches.ts";

export interface Deeds {
  microphone(): void;
  /** Space pressed and released. */
  talk(on: boolean): void;
  camera(): void;
  hand(): void;
  chat(): void;
  people(): void;
  help(): void;
}

const keys: Record<string, "microphone" | "camera" | "hand" | "chat" | "people"> = {
  M: "microphone",
  V: "camera",
  H: "hand",
  C: "chat",
  P: "people",
};

/** Single keys while nothing is being typed and no dialog is open; the space bar talks for as long as it is held. */
export function useShortcuts(deeds: Deeds): void {
  const newest = useRef(deeds);
  useEffect(() => {
    newest.current = deeds;
  });
  useEffect(() => {
    let talking = false;
    const hush = () => {
      if (talking) newest.current.talk(false);
      talking = false;
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || busy(event.target)) return;
      if (event.key === "?") newest.current.help();
      if (!shortcutsWish.now()) return;
      if (event.key === " " && !pressable(event.target)) {
        event.preventDefault();
        talking = true;
        newest.current.talk(true);
        return;
      }
      const deed = keys[event.key.toUpperCase()];
      if (!deed) return;
      event.preventDefault();
      newest.current[deed]();
    };
    const release = (event: KeyboardEvent) => {
      if (event.key === " ") hush();
    };
    addEventListener("keydown", press);
    addEventListener("keyup", release);
    addEventListener("blur", hush);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("keyup", release);
      removeEventListener("blur", hush);
      hush();
    };
  }, []);
}

function busy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return (
    target instanceof Element && target.closest("input, select, textarea, [contenteditable], [role=menu]") !== null
  );
}

/** What the space bar presses anyway. */
function pressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, summary, [role=button]") !== null;
}
