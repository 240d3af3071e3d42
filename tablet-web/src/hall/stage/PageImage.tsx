import { type ReactNode, useEffect, useState } from "react";
import { useHousehold } from "../household.tsx";
import type { Box } from "./layout.ts";
import styles from "./Stage.module.css";

type Drawn = { address: string; url: string };

/** A page as a picture of some ten kilobytes, for a thin line; where there is none, the page itself. */
export function PageImage({
  address,
  size,
  label,
  otherwise,
}: {
  address: string;
  size: Box;
  label: string;
  otherwise: ReactNode;
}) {
  const { fetch } = useHousehold();
  const [drawn, setDrawn] = useState<Drawn>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    let url: string | undefined;
    pictureAt(address, fetch, stop.signal).then(
      blob => {
        if (stop.signal.aborted) return;
        url = URL.createObjectURL(blob);
        setDrawn({ address, url });
      },
      () => !stop.signal.aborted && setFailed(address),
    );
    return () => {
      stop.abort();
      if (url) setTimeout(URL.revokeObjectURL, 60_000, url);
    };
  }, [address, fetch]);
  if (failed === address) return otherwise;
  return (
    <div className={styles.pageImage} style={size} aria-busy={drawn?.address !== address}>
      {drawn && <img src={drawn.url} alt={label} width={size.width} height={size.height} />}
    </div>
  );
}

async function pictureAt(
  address: string,
  fetch: (request: Request) => Promise<Response>,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(new Request(new URL(address, location.href), { signal }));
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.blob();
}
