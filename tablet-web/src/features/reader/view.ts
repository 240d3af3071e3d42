import { useState } from "react";

/** How papers are looked at on this device. */
export interface View {
  single: boolean;
  night: boolean;
}

const key = "plenum.view";

export function useView(): [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(stored);
  const change = (part: Partial<View>) => {
    const next = { ...view, ...part };
    setView(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that forbids storage still shows it so, until the paper is closed.
    }
  };
  return [view, change];
}

function stored(): View {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<View>;
    return { single: kept.single === true, night: kept.night === true };
  } catch {
    return { single: false, night: false };
  }
}
