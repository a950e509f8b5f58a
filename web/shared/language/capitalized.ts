/** Names of languages begin small in Spanish; standing alone, as a value or a choice, they begin like a sentence. */
export function capitalized(text: string): string {
  const [first = '', ...rest] = [...text]
  return first.toLocaleUpperCase() + rest.join('')
}
