/** Numbers with their names; one that is not known is left out. */
export function Figures({
  facts,
  className,
  label,
}: {
  facts: readonly (readonly [name: string, n: number | undefined])[];
  className: string | undefined;
  label?: string;
}) {
  return (
    <dl className={className} aria-label={label}>
      {facts.map(
        ([name, n]) =>
          n !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">{n}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
