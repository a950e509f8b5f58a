import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** El estado de los servicios, lo que un cliente tiene y quién se lo vendió, en los tres portales. Each step stands on the one before. */
const play = stage()
let operator: Page
let agent: Page
let admin: Page

const customer = () => tenant(play, 'public-customer-several')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** Keeps pictures where somebody asked for them: STORY_LOOKS=folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_LOOKS
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: join(folder, `${name}-dark.png`), fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}

beforeAll(async () => {
  operator = await play.signIn(play.person('operator', 'operator'))
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  admin = await play.signIn(play.person('public-customer-several', 'globalAdministrator'))
})

describe('el operador comunica el estado de los servicios', () => {
  const cloud = () => panel(operator, 'Nube pública')

  it('nada está en verde sin que alguien lo haya revisado; una incidencia se comunica en los dos idiomas', async () => {
    await operator.getByRole('navigation').getByRole('link', { name: 'Estado de los servicios' }).first().click()
    await heading(operator, 'Estado de los servicios')
    await cloud().getByText('Degradado', { exact: true }).waitFor()
    expect(await operator.getByText('Sin confirmar', { exact: true }).count()).toBeGreaterThan(0)
    expect(await operator.getByText('Nadie ha confirmado todavía en qué estado está.').count()).toBeGreaterThan(0)
    await expectSound(operator)
    await look(operator, 'operador')
    await press(operator, 'Comunicar una incidencia: Nube pública')
    const form = operator.getByRole('dialog')
    await form.getByLabel('Servicio').selectOption({ label: 'Azure Active Directory' })
    await form.getByLabel('Alcance').selectOption({ label: 'Interrupción' })
    await form.getByLabel(/^Título en español/).fill('El inicio de sesión falla')
    await form.getByLabel(/^Título en inglés/).fill('Signing in fails')
    await form.getByLabel(/^Texto en español/).fill('Estamos buscando la causa.')
    await form.getByLabel(/^Texto en inglés/).fill('We are looking for the cause.')
    await expectSound(operator)
    await look(operator, 'incidencia')
    await form.getByRole('button', { name: 'Comunicar una incidencia' }).click()
    await cloud().getByRole('heading', { name: 'El inicio de sesión falla' }).waitFor()
    await cloud().getByText('Interrumpido', { exact: true }).waitFor()
  })

  it('los partners y los clientes la leen en el acto, y su final también', async () => {
    await agent.getByRole('navigation').getByRole('link', { name: 'Estado de los servicios' }).first().click()
    await heading(agent, 'Estado de los servicios')
    const directory = panel(agent, 'Azure Active Directory')
    await directory.getByText('Interrumpido', { exact: true }).waitFor()
    await directory.getByText('Estamos buscando la causa.', { exact: true }).waitFor()
    await panel(agent, 'Office 365').getByText('1 cliente lo tiene a través de usted.').waitFor()
    await expectSound(agent)
    await look(agent, 'estado')
    await press(operator, 'Añadir una nota: El inicio de sesión falla')
    const form = operator.getByRole('dialog')
    await form.getByLabel(/^Texto en español/).fill('Resuelto.')
    await form.getByLabel(/^Texto en inglés/).fill('Solved.')
    await form.getByRole('checkbox', { name: 'La incidencia ha terminado' }).check()
    await form.getByRole('button', { name: 'Añadir una nota' }).click()
    await cloud().getByRole('heading', { name: 'El inicio de sesión falla' }).waitFor({ state: 'detached' })
    await press(operator, 'Todo revisado: Nube pública')
    await operator.getByRole('dialog').getByRole('button', { name: 'Todo revisado' }).click()
    await cloud().getByText('Funciona', { exact: true }).waitFor()
    await admin.goto('/admin/services/health')
    await heading(admin, 'Estado de los servicios')
    await panel(admin, 'Azure Active Directory').getByText('Funciona', { exact: true }).waitFor()
    await panel(admin, 'Azure Active Directory').getByText('Resuelto.').waitFor()
    expect(await admin.getByText(/a través de usted/).count()).toBe(0)
    await expectSound(admin)
  })
})

describe('la ficha de un cliente', () => {
  const row = () => agent.getByRole('row', { name: customer().name })

  it('se despliega con el ratón y con el teclado, y reúne cuenta, servicios, usuarios y licencias [S0.24] [S1.23] [S1.43]', async () => {
    await agent.goto('/partner/customers?search=tresesquinas')
    const arrow = row().getByRole('button', { name: /Mostrar los detalles/ })
    await arrow.click()
    const office = agent.getByRole('listitem').filter({ hasText: 'Office 365' }).filter({ hasText: 'Vendido por su empresa' })
    await office.getByText('Vendido por su empresa: 3 suscripciones, 33 licencias').waitFor()
    await office.getByText('Degradado', { exact: true }).waitFor()
    await office.getByText('El correo llega con retraso').waitFor()
    for (const part of ['Cuenta', 'Servicios', 'Usuarios', 'Licencias']) await agent.getByRole('heading', { level: 2, name: part, exact: true }).waitFor()
    await inside(agent, customer().primaryDomain).waitFor()
    await expectSound(agent)
    await look(agent, 'ficha')
    await row().getByRole('button', { name: /Ocultar los detalles/ }).click()
    await office.waitFor({ state: 'detached' })
    await arrow.focus()
    await agent.keyboard.press('Enter')
    await office.waitFor()
    await agent.setViewportSize({ width: 320, height: 800 })
    await expectSound(agent)
    await agent.setViewportSize({ width: 1280, height: 900 })
  })

  it('lleva a sus servicios, y de ellos a sus suscripciones y a sus portales de administración [S1.22]', async () => {
    await agent.getByRole('link', { name: /servicios.*Ópticas Tres Esquinas/i }).click()
    await heading(agent, customer().name)
    const services = panel(agent, 'Servicios del cliente')
    await services.getByText('3 suscripciones, 33 licencias').waitFor()
    await services.getByText('Solo se ve con privilegios de administración.').first().waitFor()
    await services.getByText('El correo llega con retraso').waitFor()
    await services.getByText('Portal de administración', { exact: true }).first().waitFor()
    await expectSound(agent)
    await look(agent, 'servicios-del-cliente')
    await services.getByRole('link', { name: 'Ver lo que tiene este cliente' }).click()
    await agent.getByRole('row', { name: /Nimbus Office Empresa/ }).waitFor()
  })

  it('dice al partner qué parte le corresponde por lo que ha vendido', async () => {
    await agent.goto(`/partner/customers/${customer().id}/account`)
    const part = panel(agent, 'Su parte en este cliente')
    await part.getByText('3 suscripciones').first().waitFor()
    await part.getByText('Nada vendido').first().waitFor()
    await expectSound(agent)
  })
})

describe('el cliente', () => {
  it('lee en su portal qué servicios tiene, quién se los ha vendido y en qué estado están', async () => {
    await admin.getByRole('navigation').getByRole('link', { name: 'Servicios', exact: true }).first().click()
    await heading(admin, 'Servicios')
    const office = panel(admin, 'Office 365')
    await office.getByRole('link', { name: tenant(play, 'public-direct-bill').name }).waitFor()
    await office.getByText(/3 suscripciones, 33 licencias/).waitFor()
    await office.getByText('Degradado', { exact: true }).waitFor()
    await panel(admin, 'Azure Active Directory').getByText('Ninguna suscripción vigente.').waitFor()
    await expectSound(admin)
    await look(admin, 'servicios')
    await admin.getByRole('link', { name: 'Estado de todos los servicios' }).click()
    await heading(admin, 'Estado de los servicios')
  })
})
