/** Longer addresses are cut or refused by common mail programs (decision 5). */
export const longestMailto = 1900

/**
 * The address that opens the draft in the default mail program [S0.15] (RFC 6068), without a recipient:
 * the partner chooses it there. Where it would be too long, the .eml file and copying remain.
 */
export function mailtoUrl({ subject, text }: { readonly subject: string; readonly text: string }): string | 'tooLong' {
  const url = `mailto:?subject=${encoded(subject)}&body=${encoded(text)}`
  return url.length <= longestMailto ? url : 'tooLong'
}

// Line breaks are CRLF in a mailto body. Half a surrogate pair cannot be encoded and is shown as U+FFFD.
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r\n?|\n/g, '\r\n'))
}
