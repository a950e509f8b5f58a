import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Licencias de un cliente, usuario a usuario y de muchos a la vez, desde los dos portales. Each step stands on the one before. */
const play = stage()
let agent: Page
let admin: Page

const firm = () => tenant(play, 'public-customer-related')
const office = 'Nimbus Office Empresa'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const drawer = (page: Page) => page.getByRole('dialog')
const card = (page: Page) => page.getByRole('listitem').filter({ hasText: office }).first()

/** Keeps a picture where somebody asked for them: STORY_LOOKS=folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_LOOKS
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: join(folder, `${name}-oscuro.png`), fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** How many are left, as the card of the license says it. */
async function left(page: Page): Promise<number> {
  await card(page).waitFor()
  return Number(/(\d+)disponibles|disponibles(\d+)/.exec((await card(page).textContent()) ?? '')?.slice(1).find(Boolean))
}

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  admin = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
  // Bought and provisioned beforehand: what this story is about begins with the seats.
  const seller = play.person('public-direct-bill', 'adminAgent')
  await asProgram(play, seller, 'POST', `/customers/${firm().id}/people/creation`, { displayName: 'Alba Prieto', userPrincipalName: `alba@${firm().primaryDomain}`, roles: [], usageLocation: 'ES' })
  const line = { catalogItemId: 'NIMBUS-OFFICE:BUSINESS:EUROPE1', term: 'P1Y', billingCycle: 'monthly', quantity: 12 }
  const order = await asProgram<{ subscriptions: { subscriptionId: string }[] }>(play, seller, 'POST', `/customers/${firm().id}/orders`, { lines: [line] })
  await asProgram(play, play.person('operator', 'operator'), 'POST', `/operator/provisioning/${order.subscriptions[0]!.subscriptionId}/fulfilment`, {})
})

describe('las licencias de un usuario', () => {
  it('las ven el partner con privilegios y el cliente, sumadas las de todos los vendedores [S1.41]', async () => {
    await agent.goto(`/partner/customers/${firm().id}/licenses`)
    await inside(agent, office).waitFor()
    await expectSound(agent)
    await look(agent, 'licencias-partner')
    await admin.getByRole('navigation').getByRole('link', { name: 'Licencias' }).first().click()
    await card(admin).waitFor()
    await expectSound(admin)
    await look(admin, 'licencias-cliente')
    expect(await left(admin)).toBe(await left(agent))
  })

  it('las asigna el partner en nombre del cliente, con los servicios que hacen falta', async () => {
    const before = await left(admin)
    await agent.goto(`/partner/customers/${firm().id}/users`)
    await agent.getByRole('searchbox').fill('alba')
    await agent.getByRole('button', { name: /Mostrar los detalles.*Alba Prieto/ }).click()
    await press(agent, 'Licencias de Alba Prieto')
    await drawer(agent).getByRole('checkbox', { name: office, exact: true }).check()
    await drawer(agent).getByRole('checkbox', { name: 'FILES' }).uncheck()
    await expectSound(agent)
    await look(agent, 'licencias-usuario')
    await drawer(agent).getByRole('button', { name: 'Guardar' }).click()
    await inside(agent, 'Se han cambiado las licencias de Alba Prieto').waitFor()
    await look(agent, 'licencias-detalles')
    await card(agent).waitFor()
    await admin.reload()
    await expect.poll(() => left(admin)).toBe(before - 1)
  })
})

describe('un archivo de usuarios', () => {
  it('se comprueba fila a fila, se crea y entrega las contraseñas una vez', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'vinculo-usuarios-')), 'usuarios.csv')
    const rows = ['User name,Display name,Usage location', ...['Berta Olmo', 'Ciro Lara', 'Dora Vidal'].map((name) => `${name.split(' ')[0]!.toLowerCase()}.carga@${firm().primaryDomain},${name},ES`), 'fuera@otra.example,Fuera Lugar,ES']
    await writeFile(file, rows.join('\r\n'))
    await admin.goto('/admin/users')
    await press(admin, 'Cargar usuarios')
    await drawer(admin).locator('input[type=file]').setInputFiles(file)
    await expectSound(admin)
    await look(admin, 'archivo')
    await drawer(admin).getByRole('button', { name: 'Comprobar el archivo' }).click()
    await inside(admin, '3 se pueden crear, 1 no').waitFor()
    await inside(admin, 'Fila 5').waitFor()
    await expectSound(admin)
    await look(admin, 'archivo-comprobado')
    await drawer(admin).getByRole('button', { name: 'Crear 3 usuarios' }).click()
    const taking = admin.waitForEvent('download')
    await drawer(admin).getByRole('button', { name: 'Descargar las contraseñas' }).click()
    const text = await readFile(await (await taking).path(), 'utf8')
    expect(text.match(/[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/g)).toHaveLength(3)
    await drawer(admin).getByRole('button', { name: 'Descargar las contraseñas' }).waitFor({ state: 'detached' })
    await drawer(admin).getByRole('button', { name: 'Cerrar' }).last().click()
  })
})

describe('las licencias de muchos usuarios', () => {
  it('se asignan de una vez a los elegidos, y el informe dice qué fue de cada uno', async () => {
    await admin.goto('/admin/users')
    await admin.getByRole('searchbox').fill('Berta')
    await admin.getByRole('checkbox', { name: 'Elegir a Berta Olmo' }).check()
    await admin.getByRole('searchbox').fill('Ciro')
    await admin.getByRole('checkbox', { name: 'Elegir a Ciro Lara' }).check()
    await inside(admin, '2 usuarios elegidos').waitFor()
    await expectSound(admin)
    await look(admin, 'elegidos')
    await press(admin, 'Licencias de los elegidos')
    await drawer(admin).getByLabel(office, { exact: true }).selectOption({ label: 'Asignar' })
    await expectSound(admin)
    await look(admin, 'varios')
    await drawer(admin).getByRole('button', { name: 'Empezar' }).click()
    await inside(admin, 'Terminado: 2 de 2').waitFor()
    await inside(admin, '2 cambiados, 0 ya estaban así, 0 con problemas').waitFor()
    await expectSound(admin)
    await look(admin, 'informe')
    await drawer(admin).getByRole('button', { name: 'Cerrar' }).last().click()
  })

  it('y las ve el partner, que filtra por licencia y quita la de todos los mostrados', async () => {
    await agent.goto(`/partner/customers/${firm().id}/users`)
    await agent.getByLabel('Licencia', { exact: true }).selectOption({ label: office })
    await agent.getByRole('searchbox').fill('ciro')
    await agent.getByRole('row').filter({ hasText: 'Berta Olmo' }).waitFor({ state: 'detached' })
    await inside(agent, 'Ciro Lara').waitFor()
    await press(agent, 'Licencias de todos los mostrados')
    await inside(agent, 'Todos los que muestra la búsqueda «ciro» con los filtros elegidos.').waitFor()
    await drawer(agent).getByLabel(office, { exact: true }).selectOption({ label: 'Quitar' })
    await drawer(agent).getByRole('button', { name: 'Empezar' }).click()
    await inside(agent, 'Terminado: 1 de 1').waitFor()
    await drawer(agent).getByRole('button', { name: 'Cerrar' }).last().click()
    await admin.goto('/admin/licenses')
    await inside(admin, /Licencias de un usuario .* por un partner/).waitFor()
    await press(admin, /Licencias de un usuario .* por un partner/)
    await admin.getByRole('listitem').filter({ hasText: 'Hecho' }).first().waitFor()
    await expectSound(admin)
    await look(admin, 'tareas')
  })
})
