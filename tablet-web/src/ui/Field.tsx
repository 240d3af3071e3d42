import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";

type Words = { label: string; hint?: ReactNode; error?: ReactNode };

/** A label, its input and what is wrong with it. Give `multiline` for a text area. */
export function Field({
  label,
  hint,
  error,
  multiline = false,
  trailing,
  className,
  ...rest
}: Words & { multiline?: boolean; trailing?: ReactNode } & ComponentProps<"input"> &
  Pick<ComponentProps<"textarea">, "rows">) {
  const id = useId();
  const described = [hint ? `${id}h` : "", error ? `${id}e` : ""].filter(Boolean).join(" ") || undefined;
  const shared = {
    ...rest,
    id,
    className: styles.input,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described,
  };
  return (
    <div className={classes(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        {multiline ? <textarea {...(shared as unknown as ComponentProps<"textarea">)} /> : <input {...shared} />}
        {trailing}
      </div>
      {hint && (
        <p className={styles.hint} id={`${id}h`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}e`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A labelled native select. */
export function SelectField({ label, hint, error, className, children, ...rest }: Words & ComponentProps<"select">) {
  const id = useId();
  return (
    <div className={classes(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select {...rest} id={id} className={classes(styles.input, styles.select)}>
        {children}
      </select>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && <p className={styles.error}>{error}</p>}
    </div>
  );
}
