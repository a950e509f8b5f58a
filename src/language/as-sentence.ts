/**
 * A sentence into which names were put: it begins with a capital, and the full stop of a name ("S.A.") that stands last is not doubled.
 */
export function asSentence(text: string): string {
  const [first = '', ...rest] = [...text]
  return (first.toUpperCase() + rest.join('')).replace(/\.\.(?=\s|$)/g, '.')
}
