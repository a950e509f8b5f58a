/**
 * Domains at which anybody gets an address: they say nothing about a firm, so a partner is not enrolled under one (S4.L1.5).
 * The large ones of the countries of our clouds. A private domain that is missing here is for the operator's eye.
 */
export const freeWebMail: readonly string[] = [
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.es', 'outlook.de', 'hotmail.com', 'hotmail.es', 'hotmail.co.uk', 'hotmail.de', 'hotmail.fr', 'hotmail.it',
  'live.com', 'live.com.mx', 'msn.com', 'passport.com', 'yahoo.com', 'yahoo.es', 'yahoo.de', 'yahoo.fr', 'yahoo.it', 'yahoo.co.uk', 'yahoo.com.mx', 'yahoo.com.ar', 'yahoo.com.br',
  'ymail.com', 'rocketmail.com', 'aol.com', 'icloud.com', 'me.com', 'mac.com', 'proton.me', 'protonmail.com', 'pm.me', 'tutanota.com', 'tuta.io',
  'gmx.com', 'gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch', 'gmx.es', 'web.de', 'freenet.de', 't-online.de', 'mail.de', 'posteo.de',
  'orange.fr', 'wanadoo.fr', 'laposte.net', 'free.fr', 'sfr.fr', 'libero.it', 'virgilio.it', 'tiscali.it', 'alice.it', 'terra.es', 'telefonica.net', 'wanadoo.es', 'ono.com',
  'mail.com', 'email.com', 'zoho.com', 'zohomail.com', 'fastmail.com', 'hushmail.com', 'yandex.com', 'yandex.ru', 'mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'rambler.ru',
  'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl', 'seznam.cz', 'centrum.cz', 'azet.sk', 'abv.bg', 'ukr.net', 'uol.com.br', 'bol.com.br', 'terra.com.br',
  'qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com', 'sina.cn', 'sohu.com', '139.com', '189.cn', 'aliyun.com', 'naver.com', 'hanmail.net', 'daum.net',
  'comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'bellsouth.net', 'cox.net', 'charter.net', 'earthlink.net', 'btinternet.com', 'sky.com', 'virginmedia.com',
]

const known: ReadonlySet<string> = new Set(freeWebMail)

/** Whether the domain, or one above it, gives addresses to anybody; in the form that `domainName` gives. */
export function isFreeWebMail(domain: string): boolean {
  const labels = domain.toLowerCase().split('.')
  return labels.some((_, index) => known.has(labels.slice(index).join('.')))
}
