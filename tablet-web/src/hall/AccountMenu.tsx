import { lazy, Suspense, useState } from "react";
import { initials } from "../core/format.ts";
import { common } from "../i18n/common.ts";
import { language, useLang, useText } from "../i18n/language.ts";
import { Menu } from "../ui/index.ts";
import styles from "./AccountMenu.module.css";
import { useAuthState, useHousehold, useSignedIn } from "./household.tsx";
import { useSessionHere, useVotingSubstitute } from "./live.tsx";
import { useTabletState } from "./tablet.tsx";

const PinDialog = lazy(() => import("./PinDialog.tsx").then(m => ({ default: m.PinDialog })));
const DevicesDialog = lazy(() => import("./DevicesDialog.tsx"));
const KeyDialog = lazy(() => import("./KeyDialog.tsx"));
const WitnessDialog = lazy(() => import("./WitnessDialog.tsx"));
const SignOutDialog = lazy(() => import("./SignOutDialog.tsx"));

/** Who is signed in, with language and sign-out. `detail` is a second line such as group and seat. */
export function AccountMenu({ detail }: { detail?: string | undefined }) {
  const t = useText(common);
  const lang = useLang();
  const { tablet } = useHousehold();
  const kept = useTabletState();
  const online = useAuthState().kind === "in";
  const me = useSignedIn();
  const [asked, setAsked] = useState<"pin" | "devices" | "key" | "witness" | "out">();
  const session = useSessionHere();
  const substitute = useVotingSubstitute();
  const votes = substitute || me?.bodies.some(one => one.roles.includes("DELEGATE"));
  if (!me) return null;
  return (
    <>
      <Menu
        tone="header"
        label={t.app.account}
        trigger={
          <>
            <i className={styles.avatar} aria-hidden="true">
              {initials(me.name)}
            </i>
            <span className="visually-hidden">{t.app.account}: </span>
            <span className={styles.words}>
              <b className={styles.name}>{me.name}</b>
              {detail && <span className={styles.detail}>{detail}</span>}
            </span>
          </>
        }
        entries={[
          {
            id: "vi",
            label: <span lang="vi">{t.app.vietnamese}</span>,
            icon: "globe",
            checked: lang === "vi",
            onSelect: () => language.choose("vi"),
          },
          {
            id: "en",
            label: <span lang="en">{t.app.english}</span>,
            icon: "globe",
            checked: lang === "en",
            onSelect: () => language.choose("en"),
          },
          ...(kept.kind === "open" && online
            ? [
                { id: "pin", label: t.app.pin, icon: "user" as const, onSelect: () => setAsked("pin") },
                { id: "devices", label: t.app.devices, icon: "screen" as const, onSelect: () => setAsked("devices") },
              ]
            : []),
          ...(session && votes
            ? [{ id: "key", label: t.app.key, icon: "edit" as const, onSelect: () => setAsked("key") }]
            : []),
          ...(session
            ? [{ id: "witness", label: t.app.witness, icon: "lock" as const, onSelect: () => setAsked("witness") }]
            : []),
          {
            id: "out",
            label: t.app.signOut,
            icon: "exit",
            onSelect: () => (kept.kind === "open" ? setAsked("out") : void tablet.signOut()),
          },
        ]}
      />
      <Suspense>
        {asked === "pin" && <PinDialog onClose={() => setAsked(undefined)} />}
        {asked === "devices" && <DevicesDialog onClose={() => setAsked(undefined)} />}
        {asked === "key" && session && <KeyDialog session={session} onClose={() => setAsked(undefined)} />}
        {asked === "witness" && session && <WitnessDialog session={session} onClose={() => setAsked(undefined)} />}
        {asked === "out" && <SignOutDialog onClose={() => setAsked(undefined)} />}
      </Suspense>
    </>
  );
}
