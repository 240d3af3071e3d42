import { Icon, type IconName } from "../../ui/index.ts";
import styles from "./NothingToSee.module.css";

/** Where pictures would be: why there are none. `live` where it changes before one's eyes. */
export function NothingToSee({
  icon,
  title,
  text,
  live = false,
}: {
  icon: IconName;
  title: string;
  text: string;
  live?: boolean;
}) {
  return (
    <div className={styles.empty} role={live ? "status" : undefined}>
      <Icon name={icon} size={48} />
      <p className={styles.title}>{title}</p>
      <p>{text}</p>
    </div>
  );
}
