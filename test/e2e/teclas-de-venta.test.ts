import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, tenant } from '../support/acts.ts'
import { focused, pressOn, tabTo } from '../support/keyboard.ts'
import { expectSound, stage } from '../support/story.ts'

/** Licencias, solicitudes de servicio, dispositivos, transferencias y estado de los servicios, solo con el teclado. Each step stands on the one before. */
const play = stage()
let admin: Page
let seller: Page
let operator: Page

const customer = () => tenant(play, 'public-customer-several')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (page: Page) => page.getByRole('dialog')
const isGone = (page: Page) => dialog(page).waitFor({ state: 'detached' })

/** Opens a page and passes over the menu, as its first stop offers. */
async function begin(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await expect.poll(() => page.getByRole('main').getByRole('status').filter({ hasText: /Cargando/ }).count()).toBe(0)
  await pressOn(page, page.getByRole('link', { name: 'Ir al contenido' }))
}

async function type(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, dialog(page).getByLabel(label))
  await page.keyboard.type(words)
}

beforeAll(async () => {
  admin = await play.signIn(play.person('public-customer-several', 'globalAdministrator'))
  seller = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  operator = await play.signIn(play.person('operator', 'operator'))
})

describe('solo con el teclado, el cliente', () => {
  it('cambia las licencias de un usuario, y el foco vuelve al botón que las abrió', async () => {
    await begin(admin, '/admin/users', 'Usuarios')
    await pressOn(admin, button(admin, /Mostrar los detalles.*Nicanor/))
    await pressOn(admin, button(admin, 'Licencias de Nicanor Brañavera'))
    const archive = dialog(admin).getByRole('checkbox', { name: 'Archivo de correo (complemento)', exact: true })
    await pressOn(admin, archive, 'Space')
    expect(await archive.isChecked()).toBe(true)
    await pressOn(admin, dialog(admin).getByRole('button', { name: 'Guardar' }))
    await inside(admin, 'Se han cambiado las licencias de Nicanor Brañavera').waitFor()
    await isGone(admin)
    await expect.poll(() => focused(admin)).toContain('Licencias')
    await expectSound(admin)
  })

  it('presenta una solicitud de servicio y queda en ella, desde su título', async () => {
    await begin(admin, '/admin/service-requests', 'Solicitudes de servicio')
    await pressOn(admin, button(admin, 'Nueva solicitud de servicio'))
    await dialog(admin).getByLabel('Asunto').waitFor()
    await type(admin, 'Asunto', 'La impresora de etiquetas no responde')
    await type(admin, 'Mensaje', 'Desde ayer no imprime nada.')
    await pressOn(admin, dialog(admin).getByRole('button', { name: 'Presentar la solicitud' }))
    await admin.getByRole('heading', { level: 1, name: /La impresora de etiquetas/ }).waitFor()
    await expect.poll(() => focused(admin)).toContain('La impresora de etiquetas')
    await pressOn(admin, button(admin, 'Cerrar la solicitud'))
    await button(admin, 'Reabrir').waitFor()
  })
})

describe('solo con el teclado, el partner', () => {
  it('crea un perfil de dispositivos; Escape en otro devuelve el foco', async () => {
    await begin(seller, `/partner/customers/${customer().id}/devices`, customer().name)
    await button(seller, 'Crear perfil').waitFor()
    await pressOn(seller, button(seller, 'Crear perfil'))
    await type(seller, /Nombre del perfil/, 'Quioscos')
    await pressOn(seller, dialog(seller).getByRole('checkbox', { name: 'Omitir los términos de licencia' }), 'Space')
    await pressOn(seller, dialog(seller).getByRole('button', { name: 'Guardar' }))
    await inside(seller, 'Quioscos').waitFor()
    await isGone(seller)
    await expect.poll(() => focused(seller)).toContain('Crear perfil')
    await seller.keyboard.press('Enter')
    await dialog(seller).waitFor()
    await seller.keyboard.press('Escape')
    await isGone(seller)
    await expect.poll(() => focused(seller)).toContain('Crear perfil')
  })

  it('quita un dispositivo, y el foco no se pierde', async () => {
    await begin(seller, `/partner/customers/${customer().id}/devices`, customer().name)
    await pressOn(seller, button(seller, 'Quitar TE-2043'))
    await pressOn(seller, dialog(seller).getByRole('button', { name: 'Quitar' }))
    await isGone(seller)
    await button(seller, 'Quitar TE-2043').waitFor({ state: 'detached' })
    await expect.poll(() => focused(seller)).not.toBe('')
    await expectSound(seller)
  })

  it('ofrece suscripciones a otro partner y retira la oferta', async () => {
    await begin(seller, `/partner/customers/${customer().id}/transfer`, 'Transferir suscripciones')
    await pressOn(seller, seller.getByRole('checkbox', { name: /Nimbus Office Empresa/ }), 'Space')
    await tabTo(seller, seller.getByLabel('Dominio del nuevo partner'))
    await seller.keyboard.type(tenant(play, 'public-indirect-provider').primaryDomain)
    await seller.keyboard.press('Enter')
    await seller.getByRole('heading', { level: 1, name: /Transferencia de suscripciones de/ }).waitFor()
    await expect.poll(() => focused(seller)).toContain('Transferencia de suscripciones de')
    await pressOn(seller, button(seller, 'Retirar'))
    await pressOn(seller, dialog(seller).getByRole('button', { name: 'Retirar' }))
    await inside(seller, 'La transferencia se retiró.').waitFor()
    await isGone(seller)
    await expect.poll(() => focused(seller)).not.toBe('')
  })
})

describe('solo con el teclado, el operador', () => {
  it('comunica una incidencia, y el foco vuelve al botón', async () => {
    await begin(operator, '/operator/service-health', 'Estado de los servicios')
    const open = button(operator, 'Comunicar una incidencia: Nube pública')
    await pressOn(operator, open)
    await type(operator, /^Título en español/, 'Los informes tardan')
    await type(operator, /^Título en inglés/, 'Reports are slow')
    await type(operator, /^Texto en español/, 'Algunos informes tardan varios minutos.')
    await type(operator, /^Texto en inglés/, 'Some reports take several minutes.')
    await pressOn(operator, dialog(operator).getByRole('button', { name: 'Comunicar una incidencia' }))
    await operator.getByRole('heading', { name: 'Los informes tardan' }).waitFor()
    await isGone(operator)
    await expect.poll(() => open.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('agrega un conector y lo quita', async () => {
    await begin(operator, '/operator/provisioning/connectors', 'Conectores')
    await pressOn(operator, button(operator, 'Agregar conector'))
    await type(operator, /^Dirección/, 'https://aprovisionar.example/pedidos')
    await pressOn(operator, dialog(operator).getByRole('button', { name: 'Generar secreto' }))
    await pressOn(operator, dialog(operator).getByRole('button', { name: 'Guardar' }))
    await inside(operator, 'El conector se ha guardado.').waitFor()
    await isGone(operator)
    await expect.poll(() => focused(operator)).toContain('Agregar conector')
    await expectSound(operator)
    await pressOn(operator, button(operator, /^Quitar/))
    await pressOn(operator, dialog(operator).getByRole('button', { name: 'Quitar' }))
    await inside(operator, 'Ningún conector').waitFor()
    await isGone(operator)
    await expect.poll(() => focused(operator)).not.toBe('')
  })
})
