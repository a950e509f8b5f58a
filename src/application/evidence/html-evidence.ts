import type { AgreementEvidence, EvidenceEntries, EvidenceHead, EvidencePart, EventEvidence } from '../../domain/evidence.ts'
import { countryName, dateFormat, languageName, listed } from '../../domain/formats.ts'
import { type EvidenceText, evidenceText } from '../../language/evidence-text.ts'
import type { Language } from '../../language/languages.ts'
import type { EvidenceWriter } from './evidence-writer.ts'
import { entryLines, type Words } from './html-entries.ts'
import { htmlStyle } from './html-style.ts'

/** One page without anything from outside: readable in any browser, printable, in the reader's language. */
export function htmlEvidence(language: Language, timeZone: string): EvidenceWriter {
  const words = wordsOf(language, timeZone)
  const { t } = words
  return {
    head: (head) => pageHead(words, head),
    begin: (part) => `<section><h2>${escape(t(`part.${part}`))}</h2>\n${part === 'events' ? `<table><thead><tr><th scope="col">${escape(t('when'))}</th><th scope="col">${escape(t('what'))}</th></tr></thead><tbody>\n` : ''}`,
    entry: (part, entry) => entryOf(words, part, entry),
    end: (part, count) => `${part === 'events' ? '</tbody></table>' : ''}${count === 0 ? `<p>${escape(t('none'))}</p>` : ''}</section>\n`,
    tail: (count) => `<footer><p>${escape(t('wholeEnd', { count }))}</p></footer></main></body></html>\n`,
  }
}

function wordsOf(language: Language, timeZone: string): Words {
  const format = dateFormat(language, { dateStyle: 'long', timeStyle: 'medium', timeZone })
  return {
    language,
    timeZone,
    t: (text, values) => evidenceText(language, text, values),
    at: (instant) => format.format(new Date(instant)),
    who: (person) => (person?.displayName ? (person.organization === null ? person.displayName : `${person.displayName} (${person.organization})`) : evidenceText(language, 'erased')),
    partner: (partner) => partner?.name ?? evidenceText(language, 'unknownPartner'),
    languageName: (tag) => languageName(tag, language),
    country: (code) => countryName(code, language),
    list: (names) => listed(language, names),
  }
}

function pageHead(words: Words, { organization, exportId, product, takenAt, takenBy }: EvidenceHead): string {
  const { t, at, who, country, language, timeZone } = words
  const title = t('title', { organization: organization.name })
  const facts: [EvidenceText, string][] = [
    ['organization', organization.name],
    ['organizationId', organization.id],
    ['cloud', organization.cloud],
    ['country', country(organization.country)],
    ['fileId', exportId],
  ]
  return [
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${htmlStyle}</style></head><body><main>`,
    `<h1>${escape(title)}</h1><p>${escape(t('intro', { product, at: at(takenAt), who: who(takenBy) }))}</p>`,
    `<dl>${facts.map(([key, value]) => `<div><dt>${escape(t(key))}</dt><dd>${escape(value)}</dd></div>`).join('')}</dl>`,
    `<p>${escape(t('times', { zone: timeZone }))}</p>`,
    `<section class="check"><h2>${escape(t('checkTitle'))}</h2><p>${(['checkText', 'checkCommand', 'checkJson', 'checkEnd'] as const).map((line) => escape(t(line))).join('</p><p>')}</p></section>\n`,
  ].join('\n')
}

function entryOf<Part extends EvidencePart>(words: Words, part: Part, entry: EvidenceEntries[Part]): string {
  if (part === 'agreements') return agreementOf(words, entry as AgreementEvidence)
  if (part === 'events') return eventOf(words, entry as EventEvidence)
  return `<p>${entryLines(words, part, entry).map(escape).join('<br>')}</p>\n`
}

/** RFC 8176; others stand as they are. */
const methods = { pwd: 'method.pwd', otp: 'method.otp', pop: 'method.pop' } as const
const implied = new Set(['mfa', 'user'])

function agreementOf({ t, at, who, partner, languageName }: Words, signed: AgreementEvidence): string {
  const role = ['globalAdministrator', 'billingAdministrator', 'globalAdmin'].includes(signed.role) ? t(`role.${signed.role}` as EvidenceText) : signed.role
  const facts: [EvidenceText, string | null][] = [
    ['known', signed.authenticatedBy.filter((method) => !implied.has(method)).map((method) => (method in methods ? t(methods[method as keyof typeof methods]) : method)).join(', ')],
    ['address', signed.address],
    ['browser', signed.userAgent],
    ['session', signed.sessionId],
    ['signature', signed.id],
  ]
  const bytes = Buffer.from(signed.text, 'utf8').toString('base64')
  return [
    `<article><h3 lang="${escape(signed.language)}">${escape(signed.title)}</h3>`,
    `<p>${escape(t('signedBy', { who: who(signed.signer), role, at: at(signed.signedAt) }))}<br>${escape(t('version', { number: signed.versionNumber, language: languageName(signed.language) }))}`,
    `${signed.partner ? `<br>${escape(t('invitedBy', { partner: partner(signed.partner) }))}` : ''}</p>`,
    `<dl>${facts.filter(([, value]) => value !== null && value !== '').map(([key, value]) => `<div><dt>${escape(t(key))}</dt><dd>${escape(value!)}</dd></div>`).join('')}`,
    `<div><dt>${escape(t('hash'))}</dt><dd><code>${signed.sha256}</code> ${escape(t('hashNote'))}</dd></div></dl>`,
    `<h4>${escape(t('text'))}</h4><div class="text" lang="${escape(signed.language)}">${escape(signed.text)}</div>`,
    `<p><a download="${escape(`${signed.kind}-${signed.versionNumber}-${signed.language}.txt`)}" href="data:text/plain;charset=utf-8;base64,${bytes}">${escape(t('save'))}</a></p></article>\n`,
  ].join('\n')
}

function eventOf({ t, at }: Words, event: EventEvidence): string {
  const refused = event.reasonCode === null ? '' : `<br>${escape(t('refused', { reason: event.reasonCode }))}`
  const counterpart = event.counterpart?.name ? ` · ${escape(event.counterpart.name)}` : ''
  return `<tr><td>${escape(at(event.at))}</td><td>${escape(event.text)}${counterpart}${refused}</td></tr>\n`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign]!)
}
