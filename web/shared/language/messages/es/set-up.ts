import type { Translated } from '../../translate.ts'
import type { setUp as source } from '../en/set-up.ts'

export const setUp: Translated<typeof source> = {
  title: 'Configurar esta instalación',
  text: 'Con este paso pasa a ser el operador. El código de configuración figura en el terminal donde se inició el servidor.',
  code: 'Código de configuración',
  codeHint: 'Se muestra en cada inicio hasta que la instalación está configurada. Evita que un extraño se apropie de una instalación recién creada.',
  tenantName: 'Nombre de la organización',
  displayName: 'Su nombre',
  userPrincipalName: 'Nombre de usuario',
  userPrincipalNameHint: 'Con él se inicia sesión, por ejemplo ana@operador.example',
  mail: 'Dirección de correo',
  password: 'Contraseña',
  submit: 'Configurar',
  done: 'La instalación está configurada. Inicie sesión para continuar.',
}
