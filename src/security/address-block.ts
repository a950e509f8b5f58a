import { isIPv4, isIPv6 } from 'node:net'

/**
 * What one subscriber holds: a single IPv4 address, a whole /64 of IPv6, which costs nothing to rotate through (rule R39).
 * IPv4 in IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. Anything else shares one block, so that it is limited too.
 */
export function addressBlock(address: string): string {
  const plain = address.replace(/%.*$/, '')
  if (isIPv4(plain)) return plain
  if (!isIPv6(plain)) return 'unknown'
  const groups = groupsOf(plain)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) return groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]).join('.')
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`
}

function groupsOf(address: string): number[] {
  // The URL parser spells every address in one way: lower case, dotted ends as hexadecimal.
  const spelled = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail] = spelled.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const gap = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...gap, ...after].map((group) => Number.parseInt(group, 16))
}
