import { useLocation } from "wouter";
import { useText } from "../../i18n/language.ts";
import { unitAdmin } from "../../i18n/unit-admin.ts";
import { Button } from "../../ui/index.ts";

/** The session list's way to the administration, for those who have one. */
export default function AdminLink() {
  const t = useText(unitAdmin);
  const [, go] = useLocation();
  return (
    <Button icon="users" onClick={() => go("/admin")}>
      {t.title}
    </Button>
  );
}
