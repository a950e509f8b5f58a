import type { licenseReasons as english } from '../en/license-reasons.ts'

export const licenseReasons: Readonly<Record<keyof typeof english, string>> = {
  licensesNeedPrivileges: 'Las licencias de este cliente solo se pueden ver con privilegios de administración. Solicítelos al cliente.',
  usageLocationMissing: 'Para asignar una licencia hay que saber en qué país trabaja el usuario. Indique antes la ubicación de uso.',
  noSeatLeft: 'No queda ninguna licencia de este tipo. Quítesela a otra persona o compre más.',
  skuNotOwned: 'El cliente no tiene licencias de este tipo. Elija una de su lista.',
  skuTwice: 'Una licencia aparece dos veces. Indique cada una solo una vez.',
  servicePlanUnknown: 'Esta licencia no incluye ese servicio. Elija entre los suyos.',
  userNotThere: 'El usuario se eliminó entretanto o pertenece a otra organización.',
  nobodyPicked: 'No hay nadie que cumpla las condiciones. Elija usuarios u otro filtro.',
  tooManyPeople: 'Son más de 10.000 usuarios a la vez. Acote la lista con un filtro.',
  seatsAssigned: 'Algunas de estas licencias están asignadas a usuarios. Antes tienen que quitarlas los administradores del cliente o un partner con privilegios de administración.',
  userTwiceInFile: 'Una fila anterior del archivo tiene el mismo nombre de usuario.',
  usersFileTooLong: 'El archivo tiene más de 2.000 filas. Cárguelo por partes.',
  usersFileEmpty: 'El archivo no tiene filas debajo de la primera.',
  usersFileNotText: 'No es un archivo de texto en UTF-8. Guárdelo como CSV UTF-8 y vuelva a cargarlo.',
  usersFileColumnTwice: 'La primera fila nombra una columna dos veces. Nombre cada una solo una vez.',
  usersFileColumnsMissing: 'La primera fila tiene que nombrar las columnas: el nombre de usuario y el nombre para mostrar, o nombre y apellidos. El archivo de ejemplo las muestra.',
  nothingToCreate: 'No se puede crear ninguna fila del archivo. Corríjalo y vuelva a cargarlo.',
  notTheStarter: 'Las contraseñas solo las recibe quien cargó el archivo. Restablezca la contraseña de un usuario para darle otra.',
  passwordsTaken: 'Las contraseñas ya se descargaron o han caducado. Restablezca la contraseña de un usuario para darle otra.',
}
