import { searchKey } from '../names/search-key.ts'

export type NameHint = 'nameLooksLikeAcronym' | 'nameHoldsShortForm' | 'nameHoldsTestWord'
export type AddressHint = 'addressWithoutNumber' | 'addressIsShort'

/**
 * What a verifier would stumble over in a company's name (S1.L1.4): the exact legal name, no acronym, no short form, no
 * test name. Hints, because real firms have real names; only a name of nothing but test words is refused (`isTestName`).
 */
export function nameHints(companyName: string): NameHint[] {
  const words = wordsOf(companyName)
  const own = ownWords(words)
  return [
    ...(isAcronym(companyName) ? (['nameLooksLikeAcronym'] as const) : []),
    ...(words.some((word) => shortForms.has(word)) ? (['nameHoldsShortForm'] as const) : []),
    ...(own.some((word) => testWords.has(word)) && !isTestName(companyName) ? (['nameHoldsTestWord'] as const) : []),
  ]
}

/** "Test", "Prueba 2 S. L.", "asdf": nothing is left when test words, digits and legal forms are taken away. */
export function isTestName(companyName: string): boolean {
  const own = ownWords(wordsOf(companyName))
  return own.length > 0 && own.every((word) => testWords.has(word))
}

/** A full, exact address has a number in it and is more than a word (S1.L1.4). */
export function addressHints(line1: string): AddressHint[] {
  const line = line1.trim()
  if (line === '') return []
  return [...(/\p{N}/u.test(line) ? [] : (['addressWithoutNumber'] as const)), ...([...line].length < 5 ? (['addressIsShort'] as const) : [])]
}

/** Folded words of the name; the dots of S. L. go, so that a legal form is one word however it is written. */
function wordsOf(text: string): string[] {
  const joined = searchKey(text).replace(/(?<=(?:^|[^\p{L}])\p{L})\.\s*(?=\p{L}(?:\.|[^\p{L}]|$))/gu, '')
  return joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function ownWords(words: readonly string[]): string[] {
  return words.filter((word) => !legalForms.has(word) && !/^\p{N}+$/u.test(word))
}

/** Two to five capitals and nothing else beside a legal form: the short form of a longer name, most often. */
function isAcronym(text: string): boolean {
  const own = text.trim().split(/\s+/).filter((word) => !legalForms.has(wordsOf(word).join('')))
  return own.length === 1 && /^(?:\p{Lu}\.?){2,5}$/u.test(own[0]!)
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words with which people try a form out, in the languages of our portals and drafts. Folded as `searchKey` folds. */
const testWords = setOf(`
test tests testing tester testfirma testkunde prueba pruebas probando demo dummy sample ejemplo example beispiel muster musterfirma
foo bar baz asdf asdfg qwerty qwertz xxx xxxx aaa abc xyz lorem ipsum todo tbd na none null fake 测试 测试公司 示例
`)

const legalForms = setOf(`
sl slu sa sau sas srl srls sc scoop sll scp cb spa snc sarl sasu gmbh ag kg ohg ug ev mbh ltd limited llc llp inc incorporated corp corporation
co company plc bv nv ab as oy oyj aps kft zrt doo ooo pjsc jsc ltda sapi cv rl de y und and
`)

/** Short forms that stand for a longer word in the register. */
const shortForms = setOf('cia hnos hno bros intl int assoc asoc dept mfg svcs grp gral ind const constr serv tecn')
