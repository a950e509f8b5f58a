import type { ConsentText } from '../en/consent.ts'

export const consent: Readonly<Record<ConsentText, string>> = {
  asksRelationship: '{partner} solicita ser revendedor de su organización. Podrá entonces ofrecerle productos y servicios, pedirlos en su nombre cuando usted lo solicite y facturárselos.',
  asksPrivileges: '{partner} solicita además privilegios de administración en {services}. Su personal podría trabajar allí como los administradores de la organización: cambiar la configuración, gestionar usuarios y licencias, y ver lo que ven los administradores.',
  asksNoPrivileges: '{partner} no solicita privilegios de administración. No podría administrar nada en su organización.',
  asksPrivilegesBack: '{partner} ya es revendedor de su organización y solicita privilegios de administración en {services}. Su personal podría trabajar allí como los administradores de la organización.',
  asksWithProvider: '{provider} es el proveedor de {partner} y también solicita ser revendedor de su organización, para poder tramitar los pedidos. No solicita privilegios de administración.',

  changesList: '{partner} verá la organización en su lista de clientes, con el nombre, el dominio y el país.',
  changesRoles: 'Los agentes de administración de {partner} actuarán como administrador global y los agentes del departamento de soporte técnico como administrador del departamento de soporte técnico, en {services}.',
  changesNoEnd: 'Los privilegios no tienen fecha de fin. Un administrador global de la organización puede quitarlos en cualquier momento en «{page}»; surte efecto de inmediato.',
  changesAgreement: 'Se firma el contrato de cliente en nombre de la organización. Quedará disponible, tal como se firmó, entre los contratos.',
  staysOthers: 'No cambia nada de lo que se ha comprado hasta ahora ni de los demás partners.',
  staysOtherSellers: 'La organización tiene otros partners. {partner} no recibe facturas por lo que vendieron ellos ni puede quitarle puestos, pedirle complementos, convertirlo, migrarlo ni cambiar su partner de registro. Lo que venda {partner} no tiene esos límites.',
  staysEnd: 'La relación no tiene fecha de fin. Se puede pedir al partner que le ponga fin en cualquier momento; sus derechos terminan entonces de inmediato.',
  staysRelationship: 'La relación de revendedor sigue como está.',

  stopsAdministering: '{partner} ya no podrá administrar {services} en nombre de la organización: sus agentes de administración dejan de ser administrador global y sus agentes del departamento de soporte técnico dejan de ser administrador del departamento de soporte técnico.',
  stopsAtOnce: 'Surte efecto de inmediato, también en el trabajo del partner que esté en curso.',
  stopsServiceRequests: '{partner} ya no podrá presentar solicitudes de servicio al {support} en nombre de la organización.',
  staysServices: 'Los privilegios de administración en {services} se mantienen.',
  staysCommercial: 'La relación de revendedor se mantiene: suscripciones, licencias, renovaciones y facturas siguen como hasta ahora.',
  staysUsageOwner: 'Los agentes de administración de {partner} siguen siendo propietarios de las suscripciones de uso que ya tienen. Eso se quita en Servicios de uso, una por una.',
  staysResponsible: 'Mientras no se renegocie el contrato con {partner}, el partner sigue siendo responsable del soporte técnico y de los términos de su {contract}.',
  staysNoRelationship: 'Ya no hay ninguna relación de revendedor con {partner}: después de esto no queda nada de ella.',
  warnsServiceRequests: 'Mientras no se acuerde otra cosa con {partner}, no podrá abrir solicitudes de servicio en nombre de la organización. Si se necesita ayuda, se puede llamar al {support}.',
}
