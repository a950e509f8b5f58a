import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { customersOfFile, type CustomerLine } from '../../src/application/customers/customer-csv.ts'
import { inside, tenant } from '../support/acts.ts'
import { headingOf } from '../support/browser.ts'
import { areListsAwaited, holdCustomerLists, sqlIn } from '../support/demo-database.ts'
import { expectSound, stage } from '../support/story.ts'

/** La lista de clientes completa: exportarla, renombrar, etiquetar, canales y primeros pasos. Each step stands on the one before. */
const play = stage()
let agent: Page
let customer: Page

const firm = () => tenant(play, 'public-customer-related')
const partner = () => tenant(play, 'public-direct-bill')
const narrow = { width: 320, height: 720 }
const wide = { width: 1280, height: 900 }

/** As it looks now, wide and on a telephone. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  await expectSound(page)
  await page.setViewportSize(narrow)
  await expectSound(page)
  await page.setViewportSize(wide)
}

async function chooseExport(page: Page, what: 'Lo que se muestra ahora' | 'Todos los clientes'): Promise<void> {
  await page.getByRole('button', { name: 'Exportar', exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`^${what}`) }).click()
}

async function exported(page: Page, what: Parameters<typeof chooseExport>[1]): Promise<{ download: Download; lines: CustomerLine[] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), chooseExport(page, what)])
  return { download, lines: [...customersOfFile(await readFile(await download.path(), 'utf8'))] }
}

async function openList(page: Page, query = ''): Promise<void> {
  await page.goto(`/partner/customers${query}`)
  await page.getByRole('table', { name: 'Clientes' }).waitFor()
}

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'salesAgent'))
  customer = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
})

describe('la exportación de la lista', () => {
  it('ofrece lo que se muestra o todo, con teclado y en pantalla estrecha', async () => {
    await openList(agent)
    await agent.getByRole('button', { name: 'Exportar', exact: true }).focus()
    await agent.keyboard.press('Enter')
    await agent.getByRole('button', { name: /^Todos los clientes/ }).waitFor()
    await expectSoundEverywhere(agent)
    await agent.keyboard.press('Escape')
  })

  it('de todos se descarga como archivo CSV y contiene cada cliente, también los de nombre difícil [S4.L6.3]', async () => {
    const { download, lines } = await exported(agent, 'Todos los clientes')
    expect(download.suggestedFilename()).toMatch(/^clientes-\d{4}-\d\d-\d\d\.csv$/)
    const [{ count }] = (await sqlIn(play.product, 'select count(*)::int as count from customer_accounts where partner_id = $1 and ended_at is null', [partner().id])) as [{ count: number }]
    expect(lines).toHaveLength(count)
    expect(lines.find(({ customerId }) => customerId === firm().id)).toMatchObject({ companyName: firm().name, primaryDomain: firm().primaryDomain, channels: ['direct'] })
    expect(lines.some(({ companyName }) => companyName.startsWith('=SUMA('))).toBe(true)
    expect(await readFile(await download.path(), 'utf8')).toContain("'=SUMA(A1:A9)")
    await inside(agent, `Se han exportado ${count} clientes`).waitFor()
    await expectSound(agent)
  })

  it('de lo que se muestra contiene lo buscado y nada más [S4.L6.3]', async () => {
    await openList(agent, `?search=${firm().primaryDomain}`)
    const { lines } = await exported(agent, 'Lo que se muestra ahora')
    expect(lines.map(({ customerId }) => customerId)).toEqual([firm().id])
  })

  it('muestra cuánto ha llegado y puede cancelarse', async () => {
    await openList(agent)
    const release = await holdCustomerLists(play.product)
    try {
      await chooseExport(agent, 'Todos los clientes')
      const progress = agent.getByRole('region', { name: 'Exportando clientes' })
      await progress.getByText('Ningún cliente todavía. Permanezca en esta página').waitFor()
      await progress.getByRole('progressbar', { name: 'Exportando clientes' }).waitFor()
      await expect.poll(() => areListsAwaited(play.product)).toBe(true)
      await agent.getByRole('status').filter({ hasText: 'Exportando clientes. Ningún cliente todavía' }).waitFor({ state: 'attached' })
      await progress.getByRole('button', { name: 'Cancelar la exportación' }).click()
      await inside(agent, 'No se ha guardado ningún archivo.').waitFor()
      expect(await progress.count()).toBe(0)
      await expect.poll(() => agent.getByRole('button', { name: 'Exportar', exact: true }).evaluate((button) => button === document.activeElement)).toBe(true)
    } finally {
      await release()
    }
  })

  it('por una línea lenta sigue a la vista, con las filas que van llegando', async () => {
    const line = await agent.context().newCDPSession(agent)
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: 1_000, uploadThroughput: -1 })
    await chooseExport(agent, 'Todos los clientes')
    const progress = agent.getByRole('region', { name: 'Exportando clientes' })
    await progress.getByText(/\d+ clientes hasta ahora\./).waitFor()
    await expectSoundEverywhere(agent)
    await progress.getByRole('button', { name: 'Cancelar la exportación' }).click()
    await inside(agent, 'No se ha guardado ningún archivo.').waitFor()
    await line.detach()
  })

  it('se interrumpe cuando se quita el rol, lo dice con claridad y no guarda nada', async () => {
    await openList(agent)
    const { id } = play.person('public-direct-bill', 'salesAgent')
    const release = await holdCustomerLists(play.product)
    await chooseExport(agent, 'Todos los clientes')
    await agent.getByRole('region', { name: 'Exportando clientes' }).waitFor()
    await expect.poll(() => areListsAwaited(play.product)).toBe(true)
    await sqlIn(play.product, `update people set roles = '{helpdeskAgent}' where id = $1`, [id])
    await release()
    await inside(agent, 'La exportación se ha interrumpido').waitFor()
    await inside(agent, /así que no se ha guardado ningún archivo/).waitFor()
    await expectSoundEverywhere(agent)
    await agent.getByRole('button', { name: 'Exportar', exact: true }).hover()
    await inside(agent, 'Solo pueden exportar clientes los administradores globales').waitFor()
    await sqlIn(play.product, `update people set roles = '{salesAgent}' where id = $1`, [id])
  })

  it('queda en el registro de actividad: quién, cuántos y qué quedó incompleto', async () => {
    await agent.goto('/partner/activity')
    await inside(agent, /exportó un cliente a un archivo/).waitFor()
    await inside(agent, /quedó incompleta porque se canceló/).waitFor()
    await inside(agent, /quedó incompleta porque terminó el derecho a hacerla/).waitFor()
    await expectSound(agent)
  })
})

describe('las etiquetas', () => {
  it('se agregan y se quitan desde la fila, sin abrir la cuenta, y dicen sus límites', async () => {
    await openList(agent, `?search=${firm().primaryDomain}`)
    await agent.getByRole('button', { name: `Etiquetas de ${firm().name}` }).click()
    const dialog = agent.getByRole('dialog', { name: `Etiquetas de ${firm().name}` })
    const limits = dialog.getByText(/de 20 como máximo\. Una etiqueta tiene 50 caracteres como máximo/)
    await limits.waitFor()
    await dialog.getByLabel('Etiqueta nueva').fill('x'.repeat(51))
    await dialog.getByText('50 caracteres como máximo.', { exact: true }).waitFor()
    await expectSoundEverywhere(agent)
    await dialog.getByLabel('Etiqueta nueva').fill('costa norte, conservas')
    await dialog.getByRole('button', { name: 'Agregar' }).click()
    await dialog.getByRole('button', { name: 'Quitar la etiqueta conservas' }).waitFor()
    await dialog.getByLabel('Etiqueta nueva').fill('Conservas')
    await dialog.getByText('Este cliente ya tiene la etiqueta.').waitFor()
    await dialog.getByLabel('Etiqueta nueva').fill('')
    await dialog.getByRole('button', { name: 'Quitar la etiqueta conservas' }).click()
    await dialog.getByRole('button', { name: 'Quitar la etiqueta conservas' }).waitFor({ state: 'detached' })
    await agent.keyboard.press('Escape')
    await agent.getByRole('row', { name: firm().name }).getByText('costa norte').waitFor()
    await expectSound(agent)
  })

  it('estrechan la lista, y cada filtro activo se quita por sí solo', async () => {
    await openList(agent, '?country=ES')
    await agent.getByRole('textbox', { name: 'Etiqueta' }).or(agent.getByRole('combobox', { name: 'Etiqueta' })).first().fill('costa norte')
    await agent.keyboard.press('Enter')
    const chips = agent.getByRole('list', { name: 'Filtros activos' })
    await chips.getByRole('button', { name: 'Quitar el filtro Etiqueta: costa norte' }).waitFor()
    await inside(agent, 'Una fila').waitFor()
    await expectSoundEverywhere(agent)
    await chips.getByRole('button', { name: 'Quitar el filtro País o región: España' }).click()
    await agent.waitForURL((url) => !url.searchParams.has('country') && url.searchParams.get('tag') === 'costa norte')
    await chips.getByRole('button', { name: 'Quitar el filtro Etiqueta: costa norte' }).click()
    await chips.waitFor({ state: 'detached' })
  })
})

describe('el nombre en los datos de facturación', () => {
  it('se cambia en la cuenta, cuyo formulario dice hasta dónde llega, y solo cambia en la lista [S4.L6.2]', async () => {
    await agent.goto(`/partner/customers/${firm().id}/account`)
    await agent.getByRole('button', { name: 'Editar', exact: true }).click()
    await inside(agent, /Cambia su lista de clientes y sus facturas, y nada más/).waitFor()
    await expectSound(agent)
    await agent.getByLabel('Nombre de la empresa').fill('Conservas de la Costa')
    await agent.getByRole('button', { name: 'Guardar' }).click()
    await inside(agent, 'Guardado').waitFor()
    await openList(agent, '?search=conservas de la costa')
    await agent.getByRole('row', { name: 'Conservas de la Costa' }).waitFor()
    await customer.goto('/admin/settings/profile')
    await inside(customer, firm().name).waitFor()
    expect(await customer.getByText('Conservas de la Costa').count()).toBe(0)
  })
})

describe('un partner con dos canales', () => {
  it('ve una fila por cliente, con un distintivo por canal [S4.L6.6]', async () => {
    await sqlIn(play.product, `update partner_profiles set kinds = '{directBill,indirectReseller}' where tenant_id = $1`, [partner().id])
    await sqlIn(play.product, `update customer_accounts set channels = '{direct,indirectReseller}' where partner_id = $1 and customer_id = $2`, [partner().id, firm().id])
    await openList(agent, `?search=${firm().primaryDomain}`)
    const row = agent.getByRole('row').filter({ hasText: firm().primaryDomain })
    await row.getByText('Directo', { exact: true }).waitFor()
    await row.getByText('Como revendedor', { exact: true }).waitFor()
    expect(await row.count()).toBe(1)
    await expectSoundEverywhere(agent)
    const { lines } = await exported(agent, 'Lo que se muestra ahora')
    expect(lines.map(({ channels }) => channels)).toEqual([['direct', 'indirectReseller']])
  })
})

describe('los primeros pasos', () => {
  it('están en la navegación y son una tabla de cuatro tareas con sus tres columnas [S4.1] [S4.13]', async () => {
    await agent.getByRole('navigation').getByRole('link', { name: 'Primeros pasos' }).click()
    await agent.getByRole('heading', { level: 1, name: 'Primeros pasos' }).waitFor()
    await inside(agent, /Configure y administre las cuentas de sus clientes.*créela antes de venderle, facturarle o darle soporte/).waitFor()
    expect(await agent.getByRole('columnheader').allTextContents()).toEqual(['Para', 'Lee este documento', 'Se aplica a'])
    const tasks = ['Conseguir clientes nuevos', 'Agregar clientes existentes', 'Terminar o restablecer la relación con un cliente', 'Permitir que los clientes compren sus propios servicios']
    expect((await agent.getByRole('rowheader').allTextContents()).map((text, at) => text.startsWith(tasks[at]!))).toEqual([true, true, true, true])
    await expectSoundEverywhere(agent)
  })

  it('llevan al lugar del portal donde se hace cada tarea, y dicen lo que aún no hay [S4.13]', async () => {
    const ways = [
      ['Solicitar una relación de revendedor: el borrador del mensaje y su vínculo', '/partner/requests/new'],
      ['Su vínculo de partner, para cualquier número de clientes', '/partner/partner-link'],
      ['Agregar un cliente que aún no tiene inquilino: su cuenta y su primer administrador', '/partner/customers/new'],
      ['Ver quién figura ya en su lista y exportarla', '/partner/customers'],
      ['Seguir las invitaciones enviadas', '/partner/requests'],
      ['Clientes quitados: restablecer una relación', '/partner/customers/removed'],
    ] as const
    for (const [name, path] of ways) {
      await agent.goto('/partner/get-started')
      await agent.getByRole('link', { name }).click()
      await agent.waitForURL((url) => url.pathname === path)
      await headingOf(agent).waitFor()
    }
    await agent.goto('/partner/get-started')
    const last = agent.getByRole('row').last()
    await last.getByText('Todavía no está disponible en esta instalación.').waitFor()
    expect(await last.getByRole('link').count()).toBe(0)
  })
})
