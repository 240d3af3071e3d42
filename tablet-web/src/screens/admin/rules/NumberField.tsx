import { type ComponentProps, useState } from "react";
import { Field } from "../../../ui/index.ts";

/** A field for a whole number; what is not one is kept as typed and told as NaN, an empty field as `undefined`. */
export function NumberField({
  value,
  onNumber,
  ...rest
}: { value: number | undefined; onNumber: (value: number | undefined) => void } & Omit<
  ComponentProps<typeof Field>,
  "value" | "onChange"
>) {
  const [typed, setTyped] = useState(shown(value));
  const text = same(read(typed), value) ? typed : shown(value);
  return (
    <Field
      {...rest}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      onChange={event => {
        setTyped(event.target.value);
        onNumber(read(event.target.value));
      }}
    />
  );
}

function read(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

function shown(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "" : String(value);
}

function same(a: number | undefined, b: number | undefined): boolean {
  return Object.is(a, b) || (a === undefined && Number.isNaN(b));
}
