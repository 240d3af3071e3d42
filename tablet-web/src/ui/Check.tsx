import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./Check.module.css";

/** A labelled checkbox, native underneath, with an optional second line. */
export function Check({
  label,
  hint,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<"input">, "type">) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input {...rest} id={id} type="checkbox" className={styles.box} aria-describedby={hint ? `${id}h` : undefined} />
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {hint && (
          <p className={styles.hint} id={`${id}h`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
