/** What the server allows (src/domain/customers/edit-account.ts); a test holds the two together. */
export const mostTags = 20
/** In characters. */
export const longestTag = 50
