import type { NotificationTexts } from '../notification-text.ts'

/** Tipos de notificaciones y el pie de sus correos, en español. Sin apóstrofos rectos: en ICU sirven de comillas. */
export const notifications: NotificationTexts = {
  titles: {
    accepted: 'Aceptaciones',
    declined: 'Rechazos',
    blocked: 'Clientes que no pueden continuar',
    expiring: 'Solicitudes que caducan',
    removed: 'Relaciones terminadas',
    privileges: 'Privilegios de administración terminados',
    endAsked: 'Peticiones de terminar una relación',
    partnership: 'Asociaciones',
    colleague: 'Compañeros',
  },
  explanations: {
    'accepted.partner': 'Un cliente acepta una solicitud suya o el vínculo de partner.',
    'accepted.customer': 'Alguien de su organización acepta la solicitud de un partner.',
    'declined.partner': 'Un cliente rechaza una solicitud suya o el vínculo de partner.',
    'blocked.partner': 'Alguien abre el vínculo de su solicitud y no puede continuar, por ejemplo porque le falta un rol.',
    'expiring.partner': 'Una solicitud suya caduca pronto o ya ha caducado, o alguien pide un vínculo nuevo.',
    'removed.partner': 'Un compañero termina una relación de revendedor, o se cierra la organización del cliente.',
    'removed.customer': 'Un partner termina su relación de revendedor con su organización.',
    'privileges.partner': 'Terminan sus privilegios de administración en la organización de un cliente.',
    'privileges.customer': 'Terminan los privilegios de administración de un partner en su organización.',
    'endAsked.partner': 'Un cliente pide terminar la relación de revendedor.',
    'endAsked.customer': 'Un partner se niega a terminar la relación que su organización pidió terminar.',
    'partnership.partner': 'Un revendedor responde a su solicitud de asociación, o el otro partner termina una asociación o el acceso que dio.',
    'colleague.partner': 'Se invita a alguien a su organización o alguien se incorpora a ella.',
    'colleague.customer': 'Se invita a alguien a su organización o alguien se incorpora a ella.',
    'colleague.operator': 'Se invita a alguien a su organización o alguien se incorpora a ella.',
  },
  because: 'Recibe este correo porque se le avisa de: {kind}. Elija de qué se le avisa y cómo:\n{preferences}\n\nNo recibir más correos de este tipo:\n{stop}',
  always: 'Los correos de este tipo ({kind}) se envían siempre. Elija de qué más se le avisa y cómo:\n{preferences}',
  digestBecause: 'Recibe este resumen porque lo eligió para algunas notificaciones. Elija de qué se le avisa y cómo:\n{preferences}\n\nNo recibir más resúmenes:\n{stop}',
  digestTitle: 'El resumen',
  andMore: '{count, plural, one {y una más} other {y # más}}',
}
