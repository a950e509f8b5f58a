/** A sentence of the server in which the names keep to themselves, whatever their direction of writing (rule R12). */
export function Isolated({ text, names }: { text: string; names: readonly string[] }) {
  const first = names.filter((name) => name !== '' && text.includes(name)).sort((one, other) => other.length - one.length)[0]
  if (first === undefined) return text
  const rest = names.filter((name) => name !== first)
  return text.split(first).map((part, at) => (
    <span key={at}>
      {at > 0 && <bdi>{first}</bdi>}
      <Isolated text={part} names={rest} />
    </span>
  ))
}
