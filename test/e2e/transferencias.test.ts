import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Unas suscripciones pasan de un partner a otro, el cliente lo lee y los extractos cuadran. Each step stands on the one before. */
const play = stage()
let seller: Page
let taker: Page

const customer = () => tenant(play, 'public-customer-several')
const takerKey = 'public-indirect-provider'
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** Keeps a picture where somebody asked for them: STORY_LOOKS=folder. */
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

beforeAll(async () => {
  seller = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  taker = await play.signIn(play.person(takerKey, 'adminAgent'))
})

describe('unas suscripciones cambian de vendedor', () => {
  it('quien las vende elige cuáles cede, ve qué se le devuelve y por qué otras se quedan', async () => {
    await seller.goto(`/partner/customers/${customer().id}/subscriptions`)
    await seller.getByRole('link', { name: 'Transferir suscripciones' }).click()
    await heading(seller, 'Transferir suscripciones')
    await inside(seller, 'Solo se transfiere lo que está activo.').waitFor()
    await expectSound(seller)
    expect(await seller.getByRole('button', { name: 'Ofrecer suscripciones' }).getAttribute('aria-disabled')).toBe('true')
    await seller.getByRole('checkbox', { name: /Nimbus Office Empresa, 25 licencias/ }).check()
    await seller.getByRole('textbox', { name: 'Dominio del nuevo partner' }).fill(tenant(play, takerKey).primaryDomain)
    await look(seller, 'ofrecer')
    await press(seller, 'Ofrecer suscripciones')
    await heading(seller, `Transferencia de suscripciones de ${customer().name}`)
    await inside(seller, /Hoy se le devuelve/).waitFor()
    await expectSound(seller)
    await look(seller, 'ofrecida')
  })

  it('el nuevo partner lee qué paga, se lo impide lo que falta y después acepta', async () => {
    await taker.goto('/partner/transfers')
    await heading(taker, 'Transferencias de suscripciones')
    await expectSound(taker)
    await look(taker, 'lista')
    await taker.getByRole('link', { name: customer().name }).first().click()
    await inside(taker, /Hoy paga/).waitFor()
    await expectSound(taker)
    await look(taker, 'recibida')
    await press(taker, 'Aceptar la transferencia')
    await inside(taker, 'Ahora vende estas suscripciones').waitFor()
    await expectSound(taker)
    await look(taker, 'completada')
    await taker.goto(`/partner/customers/${customer().id}/subscriptions`)
    await taker.getByRole('row', { name: /Nimbus Office Empresa.*25/ }).waitFor()
  })

  it('el cliente lo lee en su portal, sin precios', async () => {
    const admin = await play.signIn(play.person('public-customer-several', 'globalAdministrator'))
    await admin.goto('/admin/partners/transfers')
    await admin.getByRole('link', { name: /→/ }).first().click()
    await inside(admin, 'Ahora vende estas suscripciones').waitFor()
    await inside(admin, '25 licencias').waitFor()
    expect(await admin.getByText('€').count()).toBe(0)
    await expectSound(admin)
    await look(admin, 'cliente')
  })

  it('una petición sin responder dice a quien la hizo y al cliente que aún no se ha elegido nada', async () => {
    const asked = tenant(play, 'public-customer-related')
    await seller.goto(`/partner/customers/${asked.id}/subscriptions`)
    await seller.getByRole('link', { name: 'Transferir suscripciones' }).click()
    await seller.getByRole('textbox', { name: 'Dominio del vendedor actual' }).fill('vendedor.example')
    await press(seller, 'Pedir suscripciones')
    await heading(seller, `Transferencia de suscripciones de ${asked.name}`)
    await inside(seller, 'El vendedor aún no ha elegido nada.').waitFor()
    const admin = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
    await admin.goto('/admin/partners/transfers')
    await admin.getByRole('link', { name: `Un partner → ${tenant(play, 'public-direct-bill').name}` }).click()
    await inside(admin, 'El vendedor aún no ha elegido nada.').waitFor()
    await inside(admin, 'Se mostrará cuando responda').waitFor()
    await expectSound(admin)
    await press(seller, 'Retirar')
    await seller.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click()
    await inside(seller, 'La transferencia se retiró.').first().waitFor()
    await seller.getByText('vendedor.example', { exact: true }).waitFor()
    await admin.reload()
    await inside(admin, 'La transferencia se retiró.').waitFor()
    await inside(admin, 'No se muestra').waitFor()
    await expectSound(admin)
  })
})

describe('los extractos de cada mes', () => {
  it('parten de la cuenta del cliente y cada línea está en la página y en el archivo, con el mismo total [S4.10]', async () => {
    for (const [page, kind, key] of [[seller, /Transferida a otro partner/, 'public-direct-bill'], [taker, /Recibida de otro partner/, takerKey]] as const) {
      await page.goto(`/partner/customers/${customer().id}/account`)
      await page.getByRole('link', { name: 'Extractos' }).click()
      await inside(page, 'sin cerrar').waitFor()
      await expectSound(page)
      await look(page, `extractos-${key}`)
      await page.getByRole('listitem').filter({ hasText: 'sin cerrar' }).getByRole('link').first().click()
      await heading(page, /^Extracto de/)
      await inside(page, kind).waitFor()
      await expectSound(page)
      await look(page, `extracto-${key}`)
      const month = page.url().split('/').at(-1)!
      const { totals } = await asProgram<{ totals: { lines: number; amount: string }[] }>(play, play.person(key, 'adminAgent'), 'GET', `/customers/${customer().id}/statements/${month}`)
      const downloading = page.waitForEvent('download')
      await press(page, 'Descargar en CSV')
      const text = await readFile(await (await downloading).path(), 'utf8')
      const amounts = text.trimEnd().split('\r\n').slice(1).map((line) => Math.round(Number(line.split(',').at(-1)) * 100))
      expect([amounts.length, amounts.reduce((sum, cents) => sum + cents, 0)]).toEqual([totals[0]!.lines, Math.round(Number(totals[0]!.amount) * 100)])
    }
  })
})
