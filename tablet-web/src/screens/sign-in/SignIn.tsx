import { type FormEvent, useState } from "react";
import { asProblem } from "../../core/problem.ts";
import type { Problem } from "../../core/schemas.ts";
import { useHousehold } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { entrance } from "../../i18n/entrance.ts";
import { language, useLang, useText } from "../../i18n/language.ts";
import { Button, Emblem, Field, Icon, IconButton, ProblemLine } from "../../ui/index.ts";
import styles from "./SignIn.module.css";

/** User name and password. Password managers may fill and paste; the address stays, so one lands where one wanted to go. */
export function SignIn({ expired }: { expired: boolean }) {
  const t = useText(entrance).signIn;
  const app = useText(common).app;
  const lang = useLang();
  const { auth } = useHousehold();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [visible, setVisible] = useState(false);
  const forCheckIn = location.pathname === "/check-in";

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      await auth.signIn(String(form.get("username")).trim(), String(form.get("password")));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };

  return (
    <div className={styles.page}>
      <div className={styles.banner}>
        <Emblem size={72} />
        <p className={styles.name}>{app.name}</p>
        <p className={styles.tagline}>{app.tagline}</p>
      </div>
      <main className={styles.main}>
        <form className={styles.form} onSubmit={event => void submit(event)}>
          <h1 className={styles.title}>{t.title}</h1>
          <p className={styles.intro}>{forCheckIn ? t.forCheckIn : t.intro}</p>
          {expired && (
            <p className={styles.expired} role="status">
              <Icon name="info" size={20} /> {t.expired}
            </p>
          )}
          <Field
            label={t.username}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={64}
          />
          <Field
            label={t.password}
            name="password"
            type={visible ? "text" : "password"}
            autoComplete="current-password"
            required
            maxLength={256}
            trailing={
              <IconButton
                icon={visible ? "hidden" : "eye"}
                label={visible ? t.hide : t.show}
                aria-pressed={visible}
                onClick={() => setVisible(!visible)}
              />
            }
          />
          {problem && <ProblemLine problem={problem} />}
          <Button type="submit" tone="primary" size="large" block busy={busy}>
            {busy ? t.busy : t.submit}
          </Button>
          <div className={styles.languages}>
            <Button
              tone="plain"
              lang={lang === "vi" ? "en" : "vi"}
              icon="globe"
              onClick={() => language.choose(lang === "vi" ? "en" : "vi")}
            >
              {lang === "vi" ? app.english : app.vietnamese}
            </Button>
          </div>
        </form>
      </main>
    </div>
  );
}
