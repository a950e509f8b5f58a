import type { Translated } from '../../translate.ts'
import type { evidence as source } from '../en/evidence.ts'

export const evidence: Translated<typeof source> = {
  title: 'Sus pruebas en un archivo',
  intro: 'Todo lo que su organización aceptó, con cada texto tal como se mostró, y todo lo que se hizo en ella y con ella: quién, de qué lado y cuándo.',
  check: 'Cada firma lleva el SHA-256 de su texto. El archivo explica cómo calcularlo, de modo que pueda demostrar que no se ha cambiado ni una letra.',
  page: 'Página para leer e imprimir (HTML)',
  json: 'Archivo para programas (JSON)',
  blocked: 'Solo un administrador global puede obtener las pruebas de toda la organización.',
  file: 'pruebas',
}
