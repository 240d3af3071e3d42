import { initials } from "../core/format.ts";
import { common } from "../i18n/common.ts";
import { language, useLang, useText } from "../i18n/language.ts";
import { Menu } from "../ui/index.ts";
import styles from "./AccountMenu.module.css";
import { useHousehold, useSignedIn } from "./household.tsx";

/** Who is signed in, with language and sign-out. `detail` is a second line such as group and seat. */
export function AccountMenu({ detail }: { detail?: string | undefined }) {
  const t = useText(common);
  const lang = useLang();
  const { auth } = useHousehold();
  const me = useSignedIn();
  if (!me) return null;
  return (
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
        { id: "out", label: t.app.signOut, icon: "exit", onSelect: () => void auth.signOut() },
      ]}
    />
  );
}
