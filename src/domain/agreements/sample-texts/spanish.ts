import type { SampleClauses } from './sample-agreement.ts'

export const spanish: SampleClauses = {
  title: 'Contrato de cliente (MUESTRA)',
  notice:
    'TEXTO DE MUESTRA. NO ES UN CONTRATO NI ASESORAMIENTO JURÍDICO. Indica el lugar que ocupa el contrato de cliente; antes del uso real, el operador de esta instalación publica el suyo.',
  clauses: [
    'Partes. Este contrato se celebra entre su organización (el Cliente) y el operador de esta nube (el Operador). El partner que vende al Cliente no es parte del contrato.',
    'Objeto. Regula el uso de las suscripciones y los servicios de esta nube, con independencia de quién los pida. Los precios, las facturas y el soporte se acuerdan entre el Cliente y su partner.',
    'Datos. El Cliente conserva todos los derechos sobre sus datos. El Operador los utiliza únicamente para prestar y proteger los servicios.',
    'Acceso del partner. Un partner solo puede administrar servicios en la medida en que el Cliente lo haya permitido. El Cliente puede retirar ese permiso en cualquier momento.',
    'Uso aceptable. Los servicios no pueden utilizarse para infringir la ley, causar daño a terceros ni perturbar los propios servicios.',
    'Diligencia. El Operador presta los servicios con la diligencia debida. Se mantiene la responsabilidad que la ley no permite excluir.',
    'Duración. El contrato comienza con su aceptación y dura mientras el Cliente utilice los servicios. Después, los datos pueden exportarse durante el plazo publicado para esta nube.',
    'Cambios. Una nueva versión se aplica cuando el Cliente la ha aceptado. Lo firmado con anterioridad no se modifica.',
    'Representación. La persona que acepta declara que puede actuar en nombre del Cliente.',
  ],
  ofCloud: {
    germany:
      'Fideicomisario de datos. Los datos del Cliente se almacenan en Alemania bajo el control de un fideicomisario de datos. El Operador solo accede a ellos con el consentimiento del fideicomisario o del Cliente.',
  },
}
