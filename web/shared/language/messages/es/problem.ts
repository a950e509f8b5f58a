import type { Translated } from '../../translate.ts'
import type { problem as source } from '../en/problem.ts'

export const problem: Translated<typeof source> = {
  title: 'No se ha podido completar',
  network: 'No se puede contactar con el servidor',
  networkDetail: 'Compruebe la conexión. No se ha perdido nada; inténtelo de nuevo en un momento.',
  unexpected: 'Se ha producido un error por nuestra parte',
  unexpectedDetail: 'El error ha quedado registrado. Si se repite, facilite al soporte técnico el id. de seguimiento que figura abajo.',
  unreadable: 'El servidor ha dado una respuesta que esta página no entiende. Vuelva a cargar la página.',
  notFound: 'No se encuentra la página',
  notFoundDetail: 'Esta dirección no lleva a ninguna parte, o lo que mostraba no está a su alcance.',
  goHome: 'Ir a la página de inicio',
  technical: 'Detalles técnicos',
  copyTechnical: 'Copiar los detalles técnicos',
}
