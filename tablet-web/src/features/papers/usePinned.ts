import { useState } from "react";
import type { PaperView } from "../../core/schemas.ts";

interface Pinned {
  version: number;
  bytes: number;
  sha256: string;
}

export interface Pin {
  /** What is being read, whatever comes meanwhile. */
  pinned: Pinned;
  /** Number of a newer version; undefined: the newest is being read. */
  newer: number | undefined;
  /** The reader has chosen to go on in the old one. */
  stays: boolean;
  follow(): void;
  stay(): void;
}

/** Keeps the version that was opened under the reader's eyes until the reader asks for the newer one. */
export function usePinned(paper: PaperView): Pin {
  const [pinned, setPinned] = useState(() => versionOf(paper));
  const [staysWith, setStaysWith] = useState(0);
  const newest = paper.version ?? 1;
  return {
    pinned,
    newer: newest > pinned.version ? newest : undefined,
    stays: staysWith === newest,
    follow: () => setPinned(versionOf(paper)),
    stay: () => setStaysWith(newest),
  };
}

function versionOf(paper: PaperView): Pinned {
  return { version: paper.version ?? 1, bytes: paper.bytes, sha256: paper.sha256 };
}
