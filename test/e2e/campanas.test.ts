import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, mailTo, pathOf } from '../support/acts.ts'
import { csvRows } from '../../src/text/csv.ts'
import { manyListed, theList } from '../support/campaigns.ts'
import { expectSound, stage } from '../support/story.ts'

/** Un partner incorpora a los clientes con los que ya trabaja. Each step stands on the one before. */
const play = stage()
let agent: Page

const awkward = 'Compañía Hispanoamericana de Transformaciones Metalúrgicas y Servicios Logísticos, S. A.'
const list = theList([
  ['', 'Tailspin Juguetes', 'tailspin.example', 'ES', '', 'ana@tailspin.example', ''],
  ['', awkward, 'transformaciones-metalurgicas-y-servicios-logisticos.example', 'ES', '', '', ''],
  ['', 'Wingtip', 'wingtip.example', 'FR', '', '', ''],
  ['', 'Tailspin otra vez', 'tailspin.example', 'ES', '', '', ''],
  ['', 'Sin domicilio', '', 'ES', '', '', ''],
  ['', 'Lejana', 'lejana.example', 'ZZ', '', '', ''],
])

async function choose(page: Page, name: string, content: string): Promise<void> {
  await page.getByLabel(/^Lista de clientes/).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
})

describe('una lista de clientes', () => {
  it('se comprueba antes de pedir nada, y cada fila dice qué pasará o por qué no', async () => {
    await agent.getByRole('link', { name: 'Campañas' }).click()
    await agent.getByRole('link', { name: 'Incorporar clientes' }).first().click()
    await agent.getByRole('heading', { level: 1, name: 'Incorporar clientes' }).waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Comprobar la lista' }).click()
    await inside(agent, /Elija un archivo|Rellene|obligatorio/).waitFor()
    await agent.getByLabel(/^Nombre/).fill('Clientes de siempre')
    await choose(agent, 'sin-columnas.csv', 'Nombre,Ciudad\r\nTailspin,Burgos\r\n')
    await agent.getByRole('button', { name: 'Comprobar la lista' }).click()
    await inside(agent, /El encabezado necesita una columna/).waitFor()
    await choose(agent, 'clientes.csv', list)
    await agent.getByRole('button', { name: 'Comprobar la lista' }).click()
    await agent.getByRole('heading', { level: 1, name: /Clientes de siempre/ }).waitFor()
    await agent.getByRole('button', { name: 'Solicitar a 3 clientes' }).waitFor()
    await inside(agent, /El cliente ya aparece antes en el archivo/).waitFor()
    await inside(agent, /No hay ningún país con ese código|ningún país/).waitFor()
    await inside(agent, awkward).waitFor()
    await expectSound(agent)
  })

  it('se inicia, y cada cliente queda con una solicitud propia; al recargar la página sigue ahí', async () => {
    await agent.getByRole('button', { name: 'Solicitar a 3 clientes' }).click()
    const dialog = agent.getByRole('dialog')
    await dialog.getByText(/cada uno de los 3 clientes/).waitFor()
    await expectSound(agent)
    await dialog.getByRole('button', { name: 'Solicitar a 3 clientes' }).click()
    await inside(agent, 'Terminada').waitFor()
    await agent.reload()
    await inside(agent, 'Terminada').waitFor()
    await agent.getByRole('combobox', { name: 'Situación' }).selectOption({ label: 'Borrador sin enviar' })
    await agent.getByRole('link', { name: 'Tailspin Juguetes' }).click()
    await agent.getByRole('heading', { level: 1, name: /Tailspin Juguetes/ }).waitFor()
    await inside(agent, /\/admin\/partner-invitation/).waitFor()
  })

  it('dice en qué idioma escribe a cada país y qué contrato verá, y se exporta para corregirla', async () => {
    await agent.getByRole('link', { name: 'Campañas' }).first().click()
    await agent.getByRole('link', { name: 'Clientes de siempre' }).click()
    await inside(agent, /Francia: 1 · cartas en inglés, porque no las hay en francés · contrato de cliente, versión 1, en inglés/).waitFor()
    await inside(agent, /España: 2 · cartas en español · contrato de cliente, versión 1, en español/).waitFor()
    await agent.getByRole('combobox', { name: 'Situación' }).selectOption({ label: 'Descartada' })
    await agent.getByRole('button', { name: 'Exportar', exact: true }).click()
    await expectSound(agent)
    const [file] = await Promise.all([agent.waitForEvent('download'), agent.getByRole('button', { name: /^Lo que se muestra ahora/ }).click()])
    expect(file.suggestedFilename()).toMatch(/^campaña-\d{4}-\d\d-\d\d\.csv$/)
    expect([...csvRows(await readFile(await file.path(), 'utf8'))].slice(1).map((cells) => cells[2])).toEqual(['Tailspin otra vez', 'Sin domicilio', 'Lejana'])
    await inside(agent, 'Se han exportado 3 filas').waitFor()
    await agent.goto('/partner/activity')
    await inside(agent, /exportó 3 filas de una campaña a un archivo/).waitFor()
  })

  it('sigue al vínculo nuevo de una solicitud que se reenvía', async () => {
    await agent.goto('/partner/campaigns')
    await agent.getByRole('link', { name: 'Clientes de siempre' }).click()
    await agent.getByRole('link', { name: 'Tailspin Juguetes' }).click()
    await agent.getByRole('heading', { level: 1, name: /Tailspin Juguetes/ }).waitFor()
    const before = pathOf(agent.url())
    await agent.getByRole('button', { name: 'Enviar un vínculo nuevo' }).click()
    await agent.getByRole('dialog').getByRole('button', { name: 'Enviar un vínculo nuevo' }).click()
    await agent.waitForURL((url) => url.pathname !== before)
    const after = pathOf(agent.url())
    await agent.goto('/partner/campaigns')
    await agent.getByRole('link', { name: 'Clientes de siempre' }).click()
    expect(await agent.getByRole('link', { name: 'Tailspin Juguetes' }).getAttribute('href')).toBe(after)
  })

  it('no duplica nada si se carga otra vez, y una lista larga puede cancelarse', async () => {
    await agent.goto('/partner/campaigns/new')
    await agent.getByLabel(/^Nombre/).fill('La misma otra vez')
    await choose(agent, 'clientes.csv', list)
    await agent.getByRole('button', { name: 'Comprobar la lista' }).click()
    await inside(agent, /Ya hay una solicitud|ya está esperando|espera respuesta/).waitFor()
    expect(await agent.getByRole('button', { name: /^Solicitar a/ }).count()).toBe(0)
    await choose(agent, 'muchos.csv', manyListed(2_000))
    await agent.getByRole('button', { name: 'Cargar y comprobar' }).click()
    await agent.getByRole('button', { name: /^Solicitar a 2/ }).waitFor()
    await agent.getByRole('button', { name: 'Cancelar la campaña' }).click()
    await agent.getByRole('dialog').getByRole('button', { name: 'Cancelar la campaña' }).click()
    await inside(agent, /Se canceló/).waitFor()
    await agent.getByRole('link', { name: 'Campañas' }).first().click()
    await inside(agent, 'Clientes de siempre').waitFor()
    await expectSound(agent)
  })
})

describe('una campaña por correo', () => {
  it('escribe a cada cliente desde aquí, con las palabras del partner, y cuenta lo que pasa', async () => {
    await agent.goto('/partner/campaigns/new')
    await agent.getByLabel(/^Nombre/).fill('Los de Burgos')
    await agent.getByRole('radio', { name: /El correo sale de aquí/ }).check()
    await agent.getByLabel(/^Unas palabras suyas/).fill('Vea https://contoso.example')
    await agent.getByLabel(/^Correos al día/).fill('1000')
    await agent.getByLabel(/^Recordatorios/).selectOption({ index: 2 })
    await choose(agent, 'burgos.csv', theList([['', 'Adatum', 'adatum.example', 'ES', '', 'ana@adatum.example', ''], ['', 'Lucerne', 'lucerne.example', 'ES', '', '', '']]))
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Comprobar la lista' }).click()
    await inside(agent, /Su texto contiene un vínculo/).waitFor()
    await agent.getByLabel(/^Unas palabras suyas/).fill('Llevamos años trabajando juntos.')
    await agent.getByRole('button', { name: 'Comprobar la lista' }).click()
    await agent.getByRole('button', { name: 'Solicitar a un cliente' }).click()
    const dialog = agent.getByRole('dialog')
    await dialog.getByText(/1000 al día como máximo|1\.000 al día como máximo/).waitFor()
    await dialog.getByRole('button', { name: 'Solicitar a un cliente' }).click()
    await inside(agent, 'Se le ha escrito una vez').waitFor()
    await inside(agent, /La fila no tiene una dirección de correo/).waitFor()
    await expectSound(agent)
    await expect.poll(() => mailTo(play, 'ana@adatum.example').catch(() => '')).toContain('> Llevamos años trabajando juntos.')
    await agent.getByRole('button', { name: 'Poner en pausa' }).click()
    await inside(agent, /Está en pausa/).waitFor()
    await expectSound(agent)
  })
})
