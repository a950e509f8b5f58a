import type { Translated } from '../../translate.ts'
import type { branding as source } from '../en/branding.ts'

export const branding: Translated<typeof source> = {
  title: 'Imagen de marca',
  intro: 'El aspecto de esta instalación: en la entrada y en la barra de cada portal.',
  look: 'Nombre, color y vínculos',
  name: 'Nombre',
  nameHint: 'Aparece junto al nombre de cada portal.',
  accent: 'Color de la barra',
  accentHint: 'Con la forma #rrggbb. Encima van letras blancas, así que tiene que ser bastante oscuro.',
  accentForm: 'Escriba # y seis cifras de 0 a f.',
  contrast: 'Contraste con letras blancas: {ratio} a 1. {enough, select, yes {Es suficiente.} other {Hace falta al menos 4,5 a 1.}}',
  'link.privacy': 'Privacidad',
  'link.terms': 'Condiciones de uso',
  'link.imprint': 'Aviso legal',
  'link.accessibility': 'Accesibilidad',
  linkHint: 'Una dirección completa que empiece por https://.',
  logo: 'Logotipo',
  logoText: 'Un PNG de 1024 puntos de ancho y de alto y 500 kB como máximo. Se lee punto por punto y se escribe de nuevo; el archivo original nunca se muestra.',
  noLogo: 'No hay logotipo: se muestran los anillos enlazados.',
  chooseLogo: 'Elegir una imagen…',
  removeLogo: 'Quitar el logotipo',
  tooLarge: 'El archivo ocupa más de 500 kB.',
  saved: 'Se ha cambiado la imagen de marca',
  logoOf: 'Logotipo',
}
