import type { knownTieReasons as source } from '../en/known-tie-reasons.ts'

/** Por qué no puede guardarse una fila del archivo de clientes conocidos (docs/known-customers-file.md). */
export const knownTieReasons: Readonly<Record<keyof typeof source, string>> = {
  tiePartnerUnreadable: 'El partner se indica con su dominio principal; por ejemplo, contoso.example.',
  tieCustomerUnreadable: 'El cliente se indica con su id. de inquilino (un GUID) o con su dominio principal.',
  tieKindUnknown: 'El tipo de vínculo tiene que ser delegatedAdmin, advisor o purchase.',
  tieServiceUnknown: 'Esta nube no tiene ese servicio. Deje la celda vacía o escríbalo como figura en docs/clouds.md.',
  tieDayUnreadable: 'La fecha tiene que ser un día pasado, como 2019-05-04, o quedar vacía.',
  tieCustomerNotHere: 'Ningún cliente de esta nube tiene aquí ese id. de inquilino o ese dominio principal. Importe antes al cliente.',
  tieNotAPartner: 'La organización con ese dominio está aquí y no es un partner. Revise el dominio.',
  tieWithItself: 'El partner y el cliente son la misma organización.',
  tieRepeated: 'El mismo vínculo figura antes en el archivo.',
  tiesFileUnreadable: 'No se puede leer el archivo. Tiene que ser un CSV con las columnas del ejemplo y con el mismo número de celdas en todas las filas.',
  tiesFileTooLong: 'Son demasiadas filas para esta página. Divida el archivo o impórtelo en el servidor: vinculo known-customers import.',
}
