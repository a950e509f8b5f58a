import type { Translated } from '../../translate.ts'
import type { recovery as source } from '../en/recovery.ts'

export const recovery: Translated<typeof source> = {
  title: 'Segundo paso perdido',
  intro: 'Para el último administrador de una organización que no tiene aplicación de autenticación, clave de acceso ni código de recuperación. A los demás los ayuda un administrador de su propia organización.',
  check: 'Antes, asegúrese de quién lo pide por una vía que usted ya conozca, como el teléfono del contrato. Un mensaje o una llamada que le llegan no demuestran nada.',
  password: 'Se seguirá pidiendo la contraseña. Donde la nube exige un segundo paso, en el próximo inicio de sesión se configurará otro.',
  told: 'Queda registrado para usted y para la organización junto con lo que escriba aquí, se cierran todas las sesiones de la persona y se la avisa por correo.',
  userPrincipalName: 'Nombre de usuario del administrador',
  userPrincipalNameHint: 'Por ejemplo, ana@contoso.example',
  checkedHow: 'Cómo ha comprobado quién lo pide',
  checkedHowHint: 'La organización también lo lee.',
  colleaguesCannot: 'Los demás administradores de la organización tampoco pueden ayudar',
  submit: 'Quitar el segundo paso',
  done: 'Se ha quitado el segundo paso de {name}',
  doneText: 'El próximo inicio de sesión pedirá la contraseña.',
}
