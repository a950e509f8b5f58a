/**
 * Mixed scripts as UTS 39 "highly restrictive" sees them: one script per word,
 * or Latin beside the scripts of Chinese, Japanese or Korean, which really are written so.
 * UTS 39 speaks of identifiers, which have no spaces; in a name each word is one.
 */
export function isMixedScript(word: string): boolean {
  const perLetter = [...word].map(scriptsOf).filter((scripts) => scripts.length > 0)
  const shared = familyNames.filter((family) => perLetter.every((scripts) => scripts.some((script) => families[family]!.includes(script))))
  return perLetter.length > 0 && shared.length === 0
}

/** Whether every letter of the text belongs to the Latin script or to none. */
export function isLatin(text: string): boolean {
  return [...text].every((letter) => {
    const scripts = scriptsOf(letter)
    return scripts.length === 0 || scripts.includes('Latin')
  })
}

/** The scripts one character is used in; none for digits, punctuation and marks that go with any script. */
function scriptsOf(character: string): readonly string[] {
  if (common.test(character)) return []
  const known = scriptTests.filter(([, test]) => test.test(character)).map(([script]) => script)
  return known.length > 0 ? known : ['other']
}

// The scripts recommended for identifiers (UAX 31, table 5). A rare one counts as "other": alone it is one script, beside Latin it is mixed.
const recommended =
  'Latin Greek Cyrillic Armenian Hebrew Arabic Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Hangul Ethiopic Khmer Hiragana Katakana Bopomofo Han'.split(
    ' ',
  )

const common = /^[\p{Script_Extensions=Common}\p{Script_Extensions=Inherited}]$/u
const scriptTests = recommended.map((script) => [script, new RegExp(`^\\p{Script_Extensions=${script}}$`, 'u')] as const)

const families: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...recommended, 'other'].map((script) => [script, [script]])),
  chinese: ['Latin', 'Han', 'Bopomofo'],
  japanese: ['Latin', 'Han', 'Hiragana', 'Katakana'],
  korean: ['Latin', 'Han', 'Hangul'],
}
const familyNames = Object.keys(families)
