import { createContext, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from "react";
import { placesIn, Reader } from "../features/reader/index.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { IconButton, Loading } from "../ui/index.ts";
import { useHousehold } from "./household.tsx";
import styles from "./reading.module.css";
import { useStore } from "./tablet.tsx";

/** A PDF to read: `id` remembers the page on this device, `path` is below the address given to {@link Reading}. */
export type Readable = { id: string; title: string; subtitle: string; path: string; bytes: number };

const OpenReadable = createContext<(readable: Readable) => void>(() => undefined);

/** Opens a PDF over the desk, in the reader that the delegates have. */
export function useOpenReadable(): (readable: Readable) => void {
  return useContext(OpenReadable);
}

/** Where readables of one session are opened over the screen. @param address of the session, `/api/sessions/…` */
export function Reading({ address, children }: { address: string; children: ReactNode }) {
  const [readable, setReadable] = useState<Readable>();
  return (
    <OpenReadable value={setReadable}>
      {children}
      {readable && <ReadingDialog address={address} readable={readable} onClose={() => setReadable(undefined)} />}
    </OpenReadable>
  );
}

function ReadingDialog({ address, readable, onClose }: { address: string; readable: Readable; onClose: () => void }) {
  const words = useText(common);
  const { fetch } = useHousehold();
  const places = placesIn(useStore());
  const dialog = useRef<HTMLDialogElement>(null);
  const { path, bytes } = readable;
  const source = useMemo(() => ({ url: `${address}/${path}`, bytes, fetch }), [address, path, bytes, fetch]);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.reading}
      aria-label={readable.title}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
    >
      <Suspense fallback={<Loading />}>
        <Reader
          paperId={readable.id}
          title={readable.title}
          subtitle={readable.subtitle}
          source={source}
          places={places}
          leading={<IconButton icon="close" label={words.app.close} onClick={onClose} />}
        />
      </Suspense>
    </dialog>
  );
}
