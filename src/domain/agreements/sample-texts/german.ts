import type { SampleClauses } from './sample-agreement.ts'

export const german: SampleClauses = {
  title: 'Kundenvertrag (MUSTER)',
  notice:
    'MUSTERTEXT. KEIN VERTRAG UND KEINE RECHTSBERATUNG. Er zeigt, wo der Kundenvertrag steht; vor dem echten Einsatz veröffentlicht der Betreiber dieser Installation seinen eigenen.',
  clauses: [
    'Parteien. Dieser Vertrag besteht zwischen Ihrer Organisation (dem Kunden) und dem Betreiber dieser Cloud (dem Betreiber). Ein Partner, der an den Kunden verkauft, ist nicht Vertragspartei.',
    'Gegenstand. Er regelt die Nutzung von Abonnements und Diensten dieser Cloud, gleich wer sie bestellt. Preise, Rechnungen und Unterstützung vereinbart der Kunde mit seinem Partner.',
    'Daten. Der Kunde behält alle Rechte an seinen Daten. Der Betreiber verwendet sie nur, um die Dienste zu erbringen und zu schützen.',
    'Zugriff von Partnern. Ein Partner darf Dienste nur so weit verwalten, wie der Kunde es erlaubt hat. Der Kunde kann die Erlaubnis jederzeit zurücknehmen.',
    'Zulässige Nutzung. Die Dienste dürfen nicht dazu dienen, Gesetze zu verletzen, anderen zu schaden oder die Dienste zu stören.',
    'Sorgfalt. Der Betreiber erbringt die Dienste mit der gebotenen Sorgfalt. Eine Haftung, die sich gesetzlich nicht ausschließen lässt, bleibt bestehen.',
    'Dauer. Der Vertrag beginnt mit der Annahme und gilt, solange der Kunde die Dienste nutzt. Danach lassen sich die Daten für den Zeitraum exportieren, der für diese Cloud veröffentlicht ist.',
    'Änderungen. Eine neue Fassung gilt, sobald der Kunde sie angenommen hat. Was zuvor unterzeichnet wurde, bleibt unverändert.',
    'Vertretung. Wer annimmt, erklärt, für den Kunden handeln zu dürfen.',
  ],
  ofCloud: {
    germany:
      'Datentreuhänder. Kundendaten werden in Deutschland unter der Kontrolle eines Datentreuhänders gespeichert. Der Betreiber hat nur mit Zustimmung des Treuhänders oder des Kunden Zugriff darauf.',
  },
}
