import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { SessionView } from "../../core/schemas.ts";
import { useWakeLock } from "../../features/wake-lock/index.ts";
import { AccountMenu, useSignedIn } from "../../hall/index.ts";
import { bigScreen } from "../../i18n/big-screen.ts";
import { useText } from "../../i18n/language.ts";
import { Icon, IconButton } from "../../ui/index.ts";
import { isScreenOnly } from "./choose.ts";
import styles from "./Frame.module.css";
import { fadeMs } from "./fade.ts";
import { keyOf, type Picture } from "./picture.ts";
import { Drawn } from "./scenes.tsx";

/** The whole screen, dark, scaled to any size; cursor and tools go away when nobody touches anything. */
export function Stage({ header, tools, children }: { header: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const t = useText(bigScreen);
  const me = useSignedIn();
  const resting = useResting();
  useWakeLock();
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.stage = "";
    return () => {
      delete root.dataset.stage;
    };
  }, []);
  return (
    <div className={styles.stage} data-tone="dark" data-resting={resting}>
      {header}
      <div className={styles.layers}>{children}</div>
      <div className={styles.tools} data-tone="dark">
        {me && !isScreenOnly(me) && (
          <Link href="/" className={styles.leave} aria-label={t.leave} title={t.leave}>
            <Icon name="back" />
          </Link>
        )}
        {tools}
        <IconButton icon="screen" label={t.fullScreen} onClick={() => void toggleFullScreen()} />
        <AccountMenu />
      </div>
    </div>
  );
}

/** The newest complete picture, and for half a second the one before it. */
export function Pictures({
  picture,
  session,
  now,
}: {
  picture: Picture | undefined;
  session: SessionView;
  now: () => number;
}) {
  const { shown, leaving } = useLasting(picture);
  return (
    <>
      {shown && (
        <div key={keyOf(shown)} className={`${styles.layer} ${styles.arriving}`}>
          <Drawn picture={shown} session={session} now={now} />
        </div>
      )}
      {leaving && (
        <div key={`leaving ${keyOf(leaving)}`} className={`${styles.layer} ${styles.leaving}`} aria-hidden="true" inert>
          <Drawn picture={leaving} session={session} now={now} />
        </div>
      )}
    </>
  );
}

/** Never goes back to nothing: keeps the last picture until another one is complete. */
function useLasting(picture: Picture | undefined): { shown: Picture | undefined; leaving: Picture | undefined } {
  const last = useRef<Picture>(undefined);
  const [leaving, setLeaving] = useState<Picture>();
  const shown = picture ?? last.current;
  const key = shown && keyOf(shown);
  useEffect(() => {
    const before = last.current;
    last.current = shown;
    if (before && shown && keyOf(before) !== keyOf(shown)) setLeaving(before);
  }, [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of scene starts the fade anew
  useEffect(() => {
    const timer = setTimeout(() => setLeaving(undefined), fadeMs);
    return () => clearTimeout(timer);
  }, [key]);
  return { shown, leaving: leaving && keyOf(leaving) !== key ? leaving : undefined };
}

const restAfterMs = 3_000;

/** True once nobody has moved, touched or pressed anything for three seconds. */
function useResting(): boolean {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setResting(true), restAfterMs);
    const wake = () => {
      clearTimeout(timer);
      setResting(false);
      timer = setTimeout(() => setResting(true), restAfterMs);
    };
    const signs = ["pointermove", "pointerdown", "keydown"] as const;
    for (const sign of signs) window.addEventListener(sign, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wake);
    };
  }, []);
  return resting;
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen?.().catch(() => undefined);
}
