import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside } from '../support/acts.ts'
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
