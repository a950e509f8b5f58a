/** Why something cannot be stated of a service (domain/service-health). */
export const serviceReasons = {
  serviceUnknown: 'Esta nube no tiene ese servicio.',
  momentAhead: 'Ese momento aún no ha llegado. Indique uno que ya haya pasado.',
  wordsMissing: 'Escríbalo en los dos idiomas.',
  incidentOfFeed: 'Esta incidencia la comunica un sistema externo y solo él la cambia. Corríjala allí.',
  incidentEnded: 'La incidencia ya ha terminado. Si continúa, comunique otra.',
  feedRepeats: 'La misma incidencia aparece dos veces en el envío. Cada una tiene un número propio.',
  endsBeforeStart: 'Termina antes de empezar.',
  feedIsOlder: 'Lo que consta aquí es más reciente que este envío, así que no se ha tomado. Envíe el estado actual.',
} as const
