import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Contacto de soporte técnico y solicitudes de servicio, por los tres portales. Each step stands on the one before. */
const play = stage()
let provider: Page
let reseller: Page
let admin: Page
let operator: Page
let subscriptionId: string

const customer = () => tenant(play, 'public-customer-several')
const helper = () => tenant(play, 'public-indirect-reseller')
const seller = () => tenant(play, 'public-indirect-provider')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const subject = 'No llega el correo de fuera'

/** Keeps a picture where somebody asked for them: STORY_LOOKS=folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_LOOKS
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function sold(): Promise<string> {
  const line = { catalogItemId: 'NIMBUS-OFFICE:BUSINESS:EUROPE1', term: 'P1Y', billingCycle: 'monthly', quantity: 5 }
  const agent = play.person('public-indirect-provider', 'adminAgent')
  const { subscriptions } = await asProgram<{ subscriptions: { subscriptionId: string }[] }>(play, agent, 'POST', `/customers/${customer().id}/orders`, { lines: [line] })
  const id = subscriptions[0]!.subscriptionId
  await asProgram(play, play.person('operator', 'operator'), 'POST', `/operator/provisioning/${id}/fulfilment`, {})
  return id
}

beforeAll(async () => {
  subscriptionId = await sold()
  provider = await play.signIn(play.person('public-indirect-provider', 'adminAgent'))
  reseller = await play.signIn(play.person('public-indirect-reseller', 'adminAgent'))
  admin = await play.signIn(play.person('public-customer-several', 'globalAdministrator'))
  operator = await play.signIn(play.person('operator', 'operator'))
})

describe('el contacto de soporte técnico', () => {
  it('es el proveedor mientras no designe a otro, y el cliente lo ve junto al producto [S0.L2.5] [S0.L2.1]', async () => {
    await admin.getByRole('navigation').getByRole('link', { name: 'Solicitudes de servicio' }).first().click()
    await heading(admin, 'Solicitudes de servicio')
    await admin.getByRole('listitem').filter({ hasText: 'Nimbus Office Empresa' }).filter({ hasText: seller().name }).first().waitFor()
    await expectSound(admin)
    await look(admin, 'cliente-vacio')
  })

  it('se designa desde la suscripción: elegir revendedor, enviar, revisar, cerrar [S0.L2] [S0.L2.2] [S0.L2.4] [S0.32]', async () => {
    await provider.goto(`/partner/customers/${customer().id}/subscriptions`)
    await provider.getByRole('link', { name: 'Nimbus Office Empresa' }).first().click()
    await provider.getByRole('link', { name: 'Contacto de soporte técnico designado' }).click()
    await heading(provider, 'Contacto de soporte técnico designado')
    await inside(provider, 'Vendió la suscripción; es el predeterminado').waitFor()
    await inside(provider, /Si falta un revendedor, primero hay que relacionarlo/).waitFor()
    await expectSound(provider)
    await provider.getByRole('radio', { name: new RegExp(helper().name) }).check()
    await look(provider, 'contacto')
    await press(provider, 'Enviar')
    await provider.getByRole('heading', { name: 'Revisión: vale desde ahora' }).waitFor()
    await inside(provider, 'Designado por el vendedor').waitFor()
    await expectSound(provider)
    await look(provider, 'contacto-revision')
    await provider.getByRole('link', { name: 'Cerrar', exact: true }).click()
    await heading(provider, 'Nimbus Office Empresa')
    await inside(provider, `${helper().name} · Designado por el vendedor`).waitFor()
    await expectSound(provider)
    await look(provider, 'suscripcion')
  })
})

describe('una solicitud de servicio', () => {
  it('la presenta el cliente al contacto de su producto [S2.L2.4] [S0.L2.1]', async () => {
    await admin.reload()
    await admin.getByRole('listitem').filter({ hasText: 'Nimbus Office Empresa' }).filter({ hasText: helper().name }).getByRole('button', { name: 'Pedir ayuda con Nimbus Office Empresa' }).click()
    const drawer = admin.getByRole('dialog')
    await drawer.getByText(`Llegará al contacto de soporte técnico de este producto: ${helper().name}`).waitFor()
    await drawer.getByLabel('Gravedad').selectOption('critical')
    await drawer.getByLabel('Asunto').fill(subject)
    await drawer.getByLabel('Mensaje').fill('Desde esta mañana no entra ningún mensaje de fuera.\nAfecta a todas las tiendas.')
    await expectSound(admin)
    await look(admin, 'presentar')
    await drawer.getByRole('button', { name: 'Presentar la solicitud' }).click()
    await heading(admin, new RegExp(subject))
    await inside(admin, 'A la espera del partner').waitFor()
    await admin.locator('input[type=file]').setInputFiles({ name: 'cabeceras.txt', mimeType: 'text/plain', buffer: Buffer.from('550 5.7.1 rechazado') })
    await press(admin, 'Agregar el archivo')
    await admin.getByRole('button', { name: 'cabeceras.txt' }).waitFor()
    await expectSound(admin)
    await look(admin, 'cliente-solicitud')
  })

  it('el partner la encuentra en su mesa, guarda el archivo, responde y la escala al operador [S4.11]', async () => {
    await reseller.getByRole('navigation').getByRole('link', { name: 'Solicitudes de servicio' }).first().click()
    await heading(reseller, 'Solicitudes de servicio')
    await reseller.getByRole('searchbox').fill('CORREO de')
    await reseller.getByRole('row', { name: new RegExp(`${subject}.*${customer().name}.*Crítica.*A la espera del partner`) }).waitFor()
    await expectSound(reseller)
    await look(reseller, 'mesa')
    await reseller.getByRole('link', { name: subject }).click()
    await heading(reseller, new RegExp(subject))
    await reseller.getByRole('button', { name: 'cabeceras.txt' }).waitFor()
    const saved = reseller.waitForEvent('download')
    await press(reseller, 'cabeceras.txt')
    expect((await saved).suggestedFilename()).toBe('cabeceras.txt')
    await reseller.getByLabel('Respuesta').fill('Lo estamos mirando.')
    await press(reseller, 'Enviar la respuesta')
    await inside(reseller, 'La respuesta se ha enviado').waitFor()
    await reseller.getByText('Respondida', { exact: true }).first().waitFor()
    await press(reseller, 'Escalar al operador')
    await reseller.getByLabel('Lo que conviene que sepa el operador').fill('El rechazo viene de la plataforma.')
    await expectSound(reseller)
    await look(reseller, 'escalar')
    await reseller.getByRole('dialog').getByRole('button', { name: 'Escalar al operador' }).click()
    await inside(reseller, 'A la espera del operador').waitFor()
    await expectSound(reseller)
    await look(reseller, 'partner-solicitud')
  })

  it('el operador responde, y el cliente lo lee, la cierra y la reabre', async () => {
    await operator.getByRole('navigation').getByRole('link', { name: 'Solicitudes de servicio' }).first().click()
    await heading(operator, 'Solicitudes de servicio')
    await expectSound(operator)
    await look(operator, 'operador')
    await operator.getByRole('link', { name: subject }).click()
    await heading(operator, new RegExp(subject))
    await operator.getByLabel('Respuesta').fill('Resuelto: era una regla nuestra.')
    await press(operator, 'Enviar la respuesta')
    await inside(operator, 'La respuesta se ha enviado').waitFor()
    await expectSound(operator)
    await admin.reload()
    await inside(admin, 'Resuelto: era una regla nuestra.').waitFor()
    await press(admin, 'Cerrar la solicitud')
    await admin.getByText('Cerrada', { exact: true }).first().waitFor()
    await press(admin, 'Reabrir')
    await inside(admin, 'A la espera del operador').waitFor()
    await expectSound(admin)
  })

  it('un partner sin privilegios no la presenta por el cliente y lee qué camino queda; el operador la presenta por teléfono [S0.27] [S0.L1.3]', async () => {
    await reseller.goto(`/partner/customers/${customer().id}/service-requests`)
    await reseller.getByRole('button', { name: 'Nueva solicitud de servicio' }).first().waitFor()
    await look(reseller, 'por-el-cliente')
    await provider.goto(`/partner/customers/${customer().id}/service-requests`)
    await inside(provider, 'No puede presentar solicitudes por este cliente').waitFor()
    await inside(provider, /llame al soporte del operador, que la presentará en nombre del cliente/).waitFor()
    expect(await provider.getByRole('button', { name: 'Nueva solicitud de servicio' }).count()).toBe(0)
    await expectSound(provider)
    await look(provider, 'sin-privilegios')
    await operator.goto('/operator/service-requests')
    await press(operator, 'Presentar por teléfono')
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Id. de inquilino del cliente').fill(customer().id)
    await drawer.getByLabel('Id. de inquilino del partner').fill(seller().id)
    await drawer.getByLabel('Asunto').fill('Restablecer el acceso de tienda')
    await drawer.getByLabel('Mensaje').fill('Ha llamado el proveedor: en la tienda de Soria nadie entra.')
    await expectSound(operator)
    await look(operator, 'por-telefono')
    await drawer.getByRole('button', { name: 'Presentar la solicitud' }).click()
    await heading(operator, /Restablecer el acceso de tienda/)
    await provider.goto('/partner/service-requests')
    await provider.getByRole('link', { name: 'Restablecer el acceso de tienda' }).waitFor()
  })

  it('cuando terminan los privilegios del contacto, el contacto vuelve a ser el proveedor, y se lee en la actividad [S0.L3.1] [S0.L2.6]', async () => {
    const services = (await asProgram<{ privileges: { service: string }[] }>(play, play.person('public-customer-several', 'globalAdministrator'), 'GET', `/partner-relationships/${helper().id}`)).privileges.map(({ service }) => service)
    await asProgram(play, play.person('public-customer-several', 'globalAdministrator'), 'POST', `/partner-relationships/${helper().id}/privileges-removal`, { services })
    await admin.goto('/admin/service-requests')
    await admin.getByRole('listitem').filter({ hasText: 'Nimbus Office Empresa' }).filter({ hasText: seller().name }).first().waitFor()
    await provider.goto(`/partner/customers/${customer().id}/subscriptions/${subscriptionId}/support-contact`)
    await inside(provider, /No tiene privilegios de administración en este cliente/).waitFor()
    await expectSound(provider)
    await look(provider, 'contacto-sin-privilegios')
    await provider.goto('/partner/activity')
    await inside(provider, /El contacto de soporte técnico de una suscripción vuelve a ser .*: .* ya no tiene privilegios de administración/).waitFor()
    await expectSound(provider)
  })
})
