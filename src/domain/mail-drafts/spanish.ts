import { listed } from '../formats.ts'
import type { LetterTexts, LetterWords, NamedPartner } from './draft-texts.ts'

const named = ({ name, country, partnerId }: NamedPartner): string => `${name}, ${country}, id. de partner ${partnerId}`

const privilegesOf = (whose: string, { services, partnersPage }: LetterWords): string =>
  `${whose} podrá gestionar en su nombre usuarios, licencias y configuración de ${listed('es', services)}. No tienen fecha de fin; pueden quitarlos cuando quieran en «${partnersPage}».`

export const spanish: LetterTexts = {
  subject: {
    establish: ({ partner, provider }) => `Trabajar con ${partner.name}${provider ? ` y ${provider.name}` : ''}`,
    restorePrivileges: ({ partner }) => `${partner.name} solicita privilegios de administración`,
  },
  subjectOf: {
    first: (subject) => subject,
    reminder: (subject) => `Recordatorio: ${subject}`,
    freshLink: (subject) => `Nuevo vínculo: ${subject}`,
  },
  greeting: ({ customerName }) => (customerName ? `Estimado equipo de ${customerName}:` : 'Buenos días:'),
  opening: {
    establish: () => 'Nos gustaría ser su revendedor: pedir servicios en la nube para ustedes y cuidarlos juntos.',
    joint: ({ provider }) =>
      `Junto con nuestro proveedor ${provider!.name}, nos gustaría ser sus revendedores: nosotros cuidamos de sus servicios en la nube y nuestro proveedor tramita los pedidos.`,
    jointByProvider: ({ partner }) =>
      `Junto con nuestro revendedor ${partner.name}, nos gustaría ser sus revendedores: ${partner.name} cuida de sus servicios en la nube y nosotros tramitamos los pedidos.`,
    restorePrivileges: () =>
      'Nos gustaría cuidar de sus servicios. Para ello necesitamos privilegios de administración, que hoy no tenemos.',
    reminder: () => 'Hace un tiempo les enviamos esta solicitud. Sigue abierta y agradeceríamos una respuesta, sea cual sea.',
    freshLink: () => 'El vínculo que les enviamos ya no funciona. Este es uno nuevo para la misma solicitud.',
  },
  identity: ({ partner, provider }) => `Quién lo solicita: ${named(partner)}${provider ? `; y ${named(provider)}` : ''}.`,
  meaning: {
    establish: () => 'Si aceptan, podremos pedir suscripciones y servicios para su organización. Lo que ya tienen no cambia.',
    joint: () => 'Si aceptan, ambos podremos pedir suscripciones y servicios para su organización. Lo que ya tienen no cambia.',
    restorePrivileges: () => 'Si aceptan, podremos gestionar sus servicios. La relación y sus suscripciones no cambian.',
  },
  privileges: {
    asked: (words) => `Solicitamos además privilegios de administración delegados: ${privilegesOf('nuestro personal', words)}`,
    askedAlone: (words) => `Solicitamos privilegios de administración delegados: ${privilegesOf('nuestro personal', words)}`,
    askedJointly: (words) =>
      `${words.partner.name} solicita además privilegios de administración delegados, ${words.provider!.name} no: ${privilegesOf(`el personal de ${words.partner.name}`, words)}`,
    notAsked: () => 'No solicitamos privilegios de administración: ustedes siguen gestionando sus servicios.',
  },
  onePartnerPerService: 'En cada servicio, solo un partner a la vez puede tenerlos.',
  agreement: 'Si aún no han aceptado el contrato de cliente, se les pedirá en el mismo paso.',
  howToAnswer: ({ portal, billingAdministratorMayAccept }) =>
    `Un administrador global ${billingAdministratorMayAccept ? 'o de facturación ' : ''}de su organización puede responder en el portal «${portal}». Si no es usted, por favor, reenvíe este mensaje.`,
  afterLink: {
    request: ({ validUntil }) => `Válido hasta el ${validUntil}. Para decir que no, elijan Rechazar en esa página.`,
    partnerLink: () => 'El vínculo no contiene información sobre ustedes. Para decir que no, elijan Rechazar en esa página o no hagan nada.',
  },
  closing: ({ sender }) => `Un cordial saludo,\n${sender.name}`,
}
