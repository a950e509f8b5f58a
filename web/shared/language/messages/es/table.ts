import type { Translated } from '../../translate.ts'
import type { table as source } from '../en/table.ts'

export const table: Translated<typeof source> = {
  search: 'Buscar',
  clearSearch: 'Borrar la búsqueda',
  filters: 'Filtros',
  allOf: 'Todos',
  removeFilter: 'Quitar el filtro {filter}',
  filterIs: '{filter}: {value}',
  activeFilters: 'Filtros activos',
  clearFilters: 'Quitar los filtros',
  sortBy: 'Ordenar por',
  ascending: 'ascendente',
  descending: 'descendente',
  sortChoice: '{column}, {direction}',
  first: 'Primera página',
  previous: 'Anterior',
  next: 'Siguiente',
  pages: 'Páginas de {table}',
  shown: '{count, plural, =0 {Ninguna fila} one {Una fila} other {# filas}}',
  expand: 'Mostrar los detalles de {row}',
  collapse: 'Ocultar los detalles de {row}',
  details: 'Detalles',
  nothing: 'Todavía no hay nada',
  nothingFound: 'Ningún resultado coincide con la búsqueda',
  nothingFoundHint: 'Pruebe con menos letras o quite los filtros.',
  cursorEnded: 'Esta posición de la lista ya no existe. La lista vuelve a empezar desde la primera página.',
}
