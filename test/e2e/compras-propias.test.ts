import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Un cliente compra por su cuenta lo que su partner permite. Each step stands on the one before. */
const play = stage()
let agent: Page
let admin: Page

const customer = () => tenant(play, 'public-customer-several')
const partner = () => tenant(play, 'public-direct-bill')
const seller = () => play.person('public-direct-bill', 'adminAgent')
const buyer = () => play.person('public-customer-several', 'globalAdministrator')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const permissions = (page: Page) => page.getByRole('region', { name: 'Permisos de cliente' })

/** Keeps pictures where somebody asked for them: STORY_LOOKS=folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_LOOKS
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: join(folder, `${name}-dark.png`), fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Offer and quantity through the drawer that is open. */
async function fillPurchase(page: Page, offer: string, quantity: string): Promise<void> {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('combobox', { name: 'Producto' }).selectOption({ label: offer })
  await drawer.getByRole('textbox', { name: 'Cantidad' }).fill(quantity)
}

beforeAll(async () => {
  agent = await play.signIn(seller())
  admin = await play.signIn(buyer())
})

describe('permisos de cliente', () => {
  it('están desactivados, al final de la página Cuenta, y dicen qué le falta al cliente [S4.25] [S4.L8.1] [S4.L8.2] [S4.L8.3]', async () => {
    await admin.goto('/admin/own-purchases')
    await heading(admin, 'Compras propias')
    await inside(admin, 'No hay nada permitido').waitFor()
    await expectSound(admin)
    await look(admin, 'cliente-nada')
    await agent.goto(`/partner/customers/${customer().id}/account`)
    await permissions(agent).getByText('Ninguna persona del cliente es propietaria').waitFor()
    const switches = await permissions(agent).getByRole('switch').all()
    expect(await Promise.all(switches.map((one) => one.isChecked()))).toEqual([false, false])
    await expectSound(agent)
    await look(agent, 'cuenta-desactivado')
  })

  it('los activa un agente de administración, con límites y aprobación previa [S4.L8] [S4.L8.1] [S4.L8.3]', async () => {
    await permissions(agent).getByRole('switch', { name: 'Permitir que el cliente compre: Reservas' }).click()
    const drawer = agent.getByRole('dialog')
    await drawer.getByRole('textbox', { name: /^Límite por compra/ }).fill('mil')
    await confirm(agent, 'Permitir las compras')
    await drawer.getByText(/Escriba un importe como/).first().waitFor()
    await drawer.getByRole('textbox', { name: /^Límite por compra/ }).fill('1500,50')
    await drawer.getByRole('textbox', { name: /^Límite al mes/ }).fill('2300')
    await drawer.getByRole('checkbox', { name: 'Apruebo antes cada compra' }).check()
    await expectSound(agent)
    await look(agent, 'limites')
    await confirm(agent, 'Permitir las compras')
    await permissions(agent).getByText(/Por compra: 1500,50/).waitFor()
    await expectSound(agent)
    await look(agent, 'cuenta-activado')
  })

  it('otras funciones del partner solo los leen [S4.L8.1]', async () => {
    const reader = await play.signIn(play.person('public-direct-bill', 'salesAgent'))
    await reader.goto(`/partner/customers/${customer().id}/account`)
    await permissions(reader).getByText(/Por compra: 1500,50/).waitFor()
    expect(await permissions(reader).getByRole('switch', { name: /Reservas/ }).isDisabled()).toBe(true)
    await expectSound(reader)
  })
})

describe('el administrador del cliente', () => {
  it('ve qué le falta, nombra a un propietario y ya puede comprar [S4.L8.2]', async () => {
    await admin.reload()
    await inside(admin, /Ninguna persona del cliente es propietaria/).first().waitFor()
    expect(await admin.getByRole('button', { name: 'Comprar: Reservas' }).getAttribute('aria-disabled')).toBe('true')
    await look(admin, 'cliente-falta')
    const { items } = await asProgram<{ items: { usageId: string }[] }>(play, buyer(), 'GET', '/usage-subscriptions')
    await asProgram(play, buyer(), 'POST', `/usage-subscriptions/${items[0]!.usageId}/owners`, { personId: buyer().id })
    await admin.reload()
    await inside(admin, /Quedan 2300,00/).waitFor()
    await expectSound(admin)
    await look(admin, 'cliente-permitido')
  })

  it('lee el precio de su partner y hasta dónde puede comprar [S4.L8.4] [S4.L8.6]', async () => {
    await press(admin, 'Comprar: Reservas')
    const drawer = admin.getByRole('dialog')
    await drawer.getByText(`Estos son los precios de ${partner().name}; el precio en la web puede ser otro.`, { exact: false }).waitFor()
    await fillPurchase(admin, 'Servidor reservado M8', '2')
    await drawer.getByText(/la compra cuesta más de lo que su partner permite por compra/).waitFor()
    await expectSound(admin)
    await look(admin, 'comprar-demasiado')
    await fillPurchase(admin, 'Servidor reservado M8', '1')
    await drawer.locator('dd', { hasText: /1425,00/ }).first().waitFor()
    await expectSound(admin)
    await look(admin, 'comprar')
    await confirm(admin, 'Pedir aprobación')
    await row(admin, /Servidor reservado M8.*Pendiente de aprobación.*1425,00/).waitFor()
    await expectSound(admin)
    await look(admin, 'cliente-pendiente')
  })

  it('no tiene nada comprado hasta que su partner responde, que puede rechazarlo con un motivo', async () => {
    await agent.reload()
    await press(agent, /Servidor reservado M8/)
    await expectSound(agent)
    await look(agent, 'cuenta-pendiente')
    await press(agent, 'Rechazar')
    await agent.getByRole('dialog').getByRole('textbox', { name: 'Motivo' }).fill('El M4 les basta este año.')
    await expectSound(agent)
    await confirm(agent, 'Rechazar')
    await row(agent, /Servidor reservado M8.*Rechazada/).waitFor()
    await admin.reload()
    await admin.getByRole('link', { name: 'Servidor reservado M8' }).click()
    await heading(admin, 'Servidor reservado M8')
    await inside(admin, 'El M4 les basta este año.').waitFor()
    await expectSound(admin)
    await look(admin, 'compra-rechazada')
  })

  it('compra otra, el partner la aprueba y se activa como cualquier suscripción [S4.L8.4] [S4.L8.5]', async () => {
    await admin.goto('/admin/own-purchases')
    await press(admin, 'Comprar: Reservas')
    await fillPurchase(admin, 'Servidor reservado M4', '2')
    await admin.getByRole('dialog').locator('dd', { hasText: /1497,60/ }).first().waitFor()
    await confirm(admin, 'Pedir aprobación')
    await row(admin, /Servidor reservado M4.*Pendiente de aprobación/).waitFor()
    await agent.reload()
    await press(agent, /Servidor reservado M4/)
    await press(agent, 'Aprobar')
    await agent.getByRole('dialog').getByText(/Pagará 1497,60/).waitFor()
    await expectSound(agent)
    await confirm(agent, 'Aprobar')
    await row(agent, /Servidor reservado M4.*Aprovisionándose/).waitFor()
    const { items } = await asProgram<{ items: { subscriptionId: string | null }[] }>(play, seller(), 'GET', `/customers/${customer().id}/own-purchases`)
    await asProgram(play, play.person('operator', 'operator'), 'POST', `/operator/provisioning/${items[0]!.subscriptionId!}/fulfilment`, {})
    await agent.reload()
    await row(agent, /Servidor reservado M4.*Activa/).waitFor()
    await expectSound(agent)
    await look(agent, 'cuenta-compras')
    await agent.goto(`/partner/customers/${customer().id}/subscriptions/${items[0]!.subscriptionId!}`)
    await inside(agent, 'El propio cliente, con su permiso').waitFor()
    await expectSound(agent)
    await look(agent, 'suscripcion-comprada')
  })

  it('lee qué no puede hacer después y se lo pide a su partner con un clic [S4.L8.4]', async () => {
    await admin.reload()
    await admin.getByRole('link', { name: 'Servidor reservado M4' }).click()
    await heading(admin, 'Servidor reservado M4')
    for (const what of ['Cambiarla por otra', 'Cancelarla', 'Renovarla', 'Modificar su ámbito']) await inside(admin, what).first().waitFor()
    await expectSound(admin)
    await look(admin, 'compra-activa')
    await press(admin, 'Pedir al partner: Cancelarla')
    await expectSound(admin)
    await confirm(admin, 'Enviar la solicitud')
    await heading(admin, 'Cancelarla: Servidor reservado M4')
    await agent.goto('/partner/service-requests')
    await agent.getByRole('link', { name: 'Cancelarla: Servidor reservado M4' }).waitFor()
  })
})

describe('después', () => {
  it('lo comprado y los permisos creados y eliminados figuran en la actividad [S4.L8.5]', async () => {
    await agent.goto(`/partner/customers/${customer().id}/account`)
    await permissions(agent).getByRole('switch', { name: /Reservas/ }).click()
    await expectSound(agent)
    await confirm(agent, 'Desactivar')
    await permissions(agent).getByText(/^Lo desactivó /).waitFor()
    await agent.goto('/partner/activity')
    for (const text of [/permiso de compra del cliente eliminado/, /aprobó una compra propia del cliente/, /permiso de compra del cliente creado/]) await inside(agent, text).first().waitFor()
    await admin.goto('/admin/own-purchases')
    await inside(admin, 'No hay nada permitido').waitFor()
    await row(admin, /Servidor reservado M4.*Activa/).waitFor()
    await expectSound(admin)
  })
})
