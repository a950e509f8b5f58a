import type { Translated } from '../../translate.ts'
import type { legal as source } from '../en/legal.ts'

export const legal: Translated<typeof source> = {
  title: 'Legal',
  intro: 'El contrato entre su organización y el operador de este programa.',
  agreement: 'Contrato de partner',
  noticeTitle: 'El contrato de partner está sin firmar',
  notice: 'Hasta que un administrador global de su organización lo firme, nadie puede solicitar relaciones, firmar ni comprar.',
  openLegal: 'Abrir Legal',
  signed: 'Firmado',
  unsigned: 'Sin firmar',
  signedAt: 'Fecha de la firma',
  signedBy: 'Firmado por',
  signedOutside: 'Fuera de esta instalación; lo registró el operador.',
  hash: 'SHA-256 del texto',
  theHash: 'el hash del texto',
  version: 'Versión',
  textOf: 'Texto del contrato de partner',
  'blocked.programmeIdMissing': 'El operador todavía no ha registrado el id. del programa de su organización. El contrato se podrá firmar en cuanto lo haga.',
  'blocked.partnerAgreementNotPublished': 'El operador todavía no ha publicado ningún contrato de partner para su nube.',
  'blocked.role': 'Solo un administrador global puede firmar en nombre de la organización.',
  check: 'He leído el contrato y lo firmo en nombre de {tenant}. Tengo facultades para actuar por esta organización.',
  checkMissing: 'Marque la casilla para firmar.',
  sign: 'Firmar el contrato',
  stepUpNote: 'Es posible que se le pida de nuevo la contraseña. Con la firma se guardan el texto, la hora y la forma en que inició sesión.',
  done: 'El contrato de partner está firmado',
}
