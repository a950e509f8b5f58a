import type { Translated } from '../../translate.ts'
import type { register as source } from '../en/register.ts'

export const register: Translated<typeof source> = {
  title: 'Registrar la organización',
  intro: 'Unos pocos datos y un código que llega a su buzón; después se vuelve a la invitación, con la sesión iniciada como primer administrador global.',
  companyName: 'Nombre de la organización',
  companyNameHint: 'El nombre oficial, sin abreviaturas.',
  country: 'País',
  countryChoose: 'Elija un país',
  language: 'Idioma',
  displayName: 'Su nombre',
  mail: 'Su dirección de correo en la organización',
  mailHint: 'Se le envía un código. También será su nombre de usuario.',
  submit: 'Enviar el código',
  invalidMail: 'Escriba una dirección como nombre@empresa.example.',

  codeTitle: 'Escriba el código',
  codeText: 'Se ha enviado un mensaje con un código a {mail}. Escríbalo aquí y elija una contraseña.',
  codeDemo: 'Esta es una instalación de demostración: el mensaje está en el buzón del operador.',
  code: 'Código del mensaje',
  password: 'Contraseña',
  passwordHint: 'Al menos 15 caracteres. Unas cuantas palabras sin relación se recuerdan bien.',
  finish: 'Crear la cuenta',
  startOver: 'Cambiar los datos',
  sendAgain: 'Enviar otro código',
  sentAgain: 'Se ha enviado otro código. El anterior ya no sirve.',

  noLinkTitle: 'El registro empieza con una invitación',
  noLinkText: 'Una organización se da de alta con el vínculo de un partner. Abra de nuevo el vínculo del mensaje; desde él se llega aquí.',
  toSignIn: 'Ya tengo una cuenta',
}
