import type { Translated } from '../../translate.ts'
import type { form as source } from '../en/form.ts'

export const form: Translated<typeof source> = {
  required: 'Rellene este campo.',
  requiredMark: 'obligatorio',
  optionalMark: 'opcional',
  errorSummary: '{count, plural, one {Hay un campo que revisar} other {Hay # campos que revisar}}',
  showPassword: 'Mostrar la contraseña',
  hidePassword: 'Ocultar la contraseña',
  mailAddress: 'Escriba una dirección de correo, por ejemplo nombre@ejemplo.com.',
  'rule.required': 'Rellene este campo.',
  'rule.minLength': 'El texto es demasiado corto.',
  'rule.maxLength': 'El texto es demasiado largo.',
  'rule.format': 'El formato no es válido.',
  'rule.pattern': 'El formato no es válido.',
  'rule.enum': 'Elija un valor de la lista.',
  chooseFile: 'Elegir archivo',
  noFile: 'Ningún archivo elegido',
  working: 'En curso…',
}
