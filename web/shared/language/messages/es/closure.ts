import type { Translated } from '../../translate.ts'
import type { closure as source } from '../en/closure.ts'

export const closure: Translated<typeof source> = {
  title: 'Cerrar la organización',
  intro: 'Para siempre: nadie de la organización vuelve a iniciar sesión aquí. Lo firmado y lo hecho se conserva como prueba; 90 días después se suprimen los datos personales de sus personas.',
  open: 'Cerrar la organización…',
  blocked: 'Solo un administrador global puede cerrar la organización.',
  ask: '¿Cerrar {name} para siempre?',
  people: '{people, plural, one {Una persona} other {# personas}} de la organización {people, plural, one {puede} other {pueden}} iniciar sesión hasta ahora. Sus sesiones terminan en el acto.',
  links: 'Los vínculos y las invitaciones de la organización dejan de funcionar.',
  stays: 'Se conservan los textos firmados, el historial y lo que anotaron los partners.',
  forEver: 'No se puede deshacer. Obtenga antes sus pruebas.',
  before: 'Antes tiene que terminar:',
  relationship: 'La relación de revendedor con {name}: pida al partner que la termine.',
  privileges: 'Los privilegios de administración de {name} en {services}: quítelos.',
  partnership: 'La asociación con {name}: quítela.',
  morePartnerships: '{count, plural, one {Una asociación más} other {# asociaciones más}}: quítelas también.',
  customers: '{count, plural, one {Un cliente} other {# clientes}}: quítelos de la lista de clientes, uno a uno.',
  operator: 'Esta organización gestiona la instalación y no se puede cerrar aquí.',
  name: 'Escriba el nombre de la organización',
  nameHint: 'Exactamente: {name}',
  confirm: 'Cerrar para siempre',
  evidence: 'Obtener las pruebas',
}
