/**
 * The one fold for searching and for unique text: what people type finds what people wrote,
 * on every machine in the same way (B60). Never shown. Compared with COLLATE "C".
 *
 * 1. NFKD: letters and marks part, compatibility forms become plain ones (ﬁ → fi, Ａ → A).
 * 2. Marks that decorate letters go: é → e, ё → е, İ → I, Arabic and Hebrew points. Vowel signs of Indic and other
 *    scripts stay, they are letters in all but name; so do letters that only look marked: ø, đ, ł. Invisible ones go.
 * 3. Lower case by Unicode's table, never by a locale: Turkish I → i; ı stays ı and is found only as ı.
 * 4. ẞ and ß → ss; ä stays a letter with a mark and becomes a, never ae. Greek ς → σ, wherever the word ends.
 * 5. White space runs become one space; none at either end.
 */
export function searchKey(text: string): string {
  return bare(bare(text).toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ'))
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * The exclusive upper bound of the keys that begin with this prefix, for `key >= prefix and key < bound`;
 * undefined where there is none. By code points, as COLLATE "C" orders UTF-8.
 */
export function prefixBound(prefix: string): string | undefined {
  const points = [...prefix]
  while (points.length > 0) {
    const last = points.pop()!.codePointAt(0)!
    // U+D800 to U+DFFF are halves of characters and cannot be stored.
    if (last < 0x10ffff) return points.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1)
  }
  return undefined
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(decoration, '')
}

const decoration =
  /[\p{Default_Ignorable_Code_Point}\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/gu
