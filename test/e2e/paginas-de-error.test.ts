import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, asked, type AskedRequest, choosePasswordByMail, inside, nameAndPassword, tenant } from '../support/acts.ts'
import { letExpire, sqlIn } from '../support/demo-database.ts'
import { expectSound, stage } from '../support/story.ts'

/** Ningún vínculo falla en silencio: each page is reached by making its state real, and the partner reads the same reason. */
const play = stage()
let agent: Page
let customer: Page

const partnerKey = 'public-direct-bill'
const firm = () => tenant(play, 'public-customer-unrelated')
const hilario = () => play.person(partnerKey, 'adminAgent')
const anyone = (wish: object = {}) => asked(play, hilario(), { customer: null, ...wish })

/** What the page says: the title, the reason code small below, and nothing to accept. */
async function isRefused(page: Page, title: string, code: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('main').getByText(code, { exact: true }).first().waitFor()
  expect(await page.getByRole('button', { name: 'Aceptar y autorizar' }).count()).toBe(0)
  await expectSound(page)
}

async function partnerReads(request: AskedRequest, code: string): Promise<void> {
  await agent.goto(`/partner/requests/${request.id}`)
  await agent.getByRole('heading', { name: 'Qué ha ocurrido' }).waitFor()
  await agent.getByRole('listitem').filter({ hasText: 'No pudo continuar' }).getByText(code, { exact: true }).first().waitFor()
  await expectSound(agent)
}

beforeAll(async () => {
  agent = await play.signIn(hilario())
  customer = await play.signIn(play.person('public-customer-unrelated', 'globalAdministrator'))
})

describe('un vínculo que no es el que se envió', () => {
  it('y que nadie conoce dice qué hacer', async () => {
    const { link } = await anyone()
    await customer.goto(link.replace(/#inv_.*$/, `#inv_${'A'.repeat(43)}`))
    await isRefused(customer, 'Aquí no se conoce este vínculo', 'unknownLink')
  })

  it('y que se cortó por el camino pide abrirlo de nuevo', async () => {
    const { link } = await anyone()
    await customer.goto(link.slice(0, -9))
    await isRefused(customer, 'Aquí no se conoce este vínculo', 'unknownLink')
    await inside(customer, /Puede que se haya cortado por el camino/).waitFor()
  })

  it('y que alguien modificó no se admite, y el partner se entera', async () => {
    const request = await anyone()
    await customer.goto(request.link.replace('DAP=true', 'DAP=false'))
    await isRefused(customer, 'Este vínculo se modificó por el camino', 'linkAltered')
    await customer.getByRole('region', { name: 'Texto del mensaje' }).getByText('linkAltered').waitFor()
    await partnerReads(request, 'linkAltered')
  })
})

describe('una invitación que abre quien no puede responderla', () => {
  it('con una cuenta de otra organización ofrece cambiar de cuenta, y con la otra se puede responder', async () => {
    const request = await anyone({ customer: { domain: firm().primaryDomain } })
    const stranger = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
    await stranger.goto(request.link)
    await isRefused(stranger, 'Esta invitación es para otra organización', 'wrongAccount')
    await partnerReads(request, 'wrongAccount')
    await stranger.getByRole('button', { name: 'Iniciar sesión con otra cuenta' }).click()
    await stranger.locator('input[autocomplete="username"]').waitFor()
    await play.enterCredentials(stranger, play.person('public-customer-unrelated', 'globalAdministrator'))
    await stranger.getByRole('button', { name: 'Aceptar y autorizar' }).waitFor()
  })

  it('sin el rol de administrador global prepara el mensaje para reenviarla, con el mismo vínculo', async () => {
    const request = await anyone()
    const clerk = await play.signIn(play.person('public-customer-unrelated', 'billingAdministrator'))
    await clerk.goto(request.link)
    await isRefused(clerk, 'Tiene que responder un administrador', 'wrongRole')
    await clerk.getByRole('region', { name: 'Texto del mensaje' }).getByText(request.link.split('#')[1]!).waitFor()
    await partnerReads(request, 'wrongRole')
  })

  it('desde la organización del propio partner lo dice y ofrece cambiar de cuenta', async () => {
    const request = await anyone()
    // A tenant may be partner and customer at once; the demo has none.
    await sqlIn(play.product, 'update tenants set is_customer = true where id = $1', [tenant(play, partnerKey).id])
    const own = await play.visit(request.link)
    await own.getByRole('link', { name: 'Iniciar sesión' }).click()
    await play.enterCredentials(own, play.person(partnerKey, 'globalAdmin'))
    await isRefused(own, 'Esta invitación es de su propia organización', 'ownTenant')
    await own.getByRole('button', { name: 'Iniciar sesión con otra cuenta' }).waitFor()
    await partnerReads(request, 'ownTenant')
  })

  it('desde una región en la que el partner no puede vender lo dice', async () => {
    const request = await anyone()
    await play.product.command(
      'customer', 'import', '--country', 'US', '--name', 'Longmeadow Bakery, LLC', '--domain', 'longmeadow.example', '--language', 'es', '--time-zone', 'America/New_York',
      '--admin-name', 'Wren Longmeadow', '--admin-user', 'wren@longmeadow.example', '--admin-mail', 'wren@longmeadow.example',
    )
    const far = await choosePasswordByMail(play, 'wren@longmeadow.example', 'pan de centeno con nueces')
    await nameAndPassword(far, 'wren@longmeadow.example', 'pan de centeno con nueces')
    await far.getByRole('navigation').first().waitFor()
    await far.goto(request.link)
    await isRefused(far, 'Este partner no puede vender en su región', 'wrongRegion')
    await far.getByRole('region', { name: 'Texto del mensaje' }).getByText('wrongRegion').waitFor()
    await partnerReads(request, 'wrongRegion')
  })

  it('desde otra nube lleva al portal de la suya', async () => {
    const request = await anyone()
    const other = await play.signIn(play.person('germany-customer-unrelated', 'globalAdministrator'))
    await other.goto(request.link)
    await isRefused(other, 'Esta invitación pertenece a otra nube', 'wrongCloud')
    await other.getByRole('button', { name: 'Iniciar sesión en Centro de administración de Microsoft 365' }).waitFor()
    await partnerReads(request, 'wrongCloud')
  })
})

describe('una invitación que ya no vale', () => {
  it('porque caducó: con una pulsación se pide un vínculo nuevo, y el partner lo ve', async () => {
    const request = await anyone({ customer: { domain: firm().primaryDomain } })
    await letExpire(play.product, request.id)
    await customer.goto(request.link)
    await isRefused(customer, 'La invitación ha caducado', 'expired')
    await customer.getByRole('button', { name: 'Solicitar un vínculo nuevo' }).click()
    await inside(customer, 'Solicitado').waitFor()
    await expectSound(customer)
    await partnerReads(request, 'expired')
    await inside(agent, /el cliente pidió un vínculo nuevo: el que tiene ya no funciona/).waitFor()
  })

  it('porque el partner la retiró', async () => {
    const request = await anyone()
    await agent.goto(`/partner/requests/${request.id}`)
    await agent.getByRole('button', { name: 'Retirar' }).click()
    await agent.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click()
    await inside(agent, 'La solicitud se ha retirado').waitFor()
    await customer.goto(request.link)
    await isRefused(customer, 'La invitación se ha retirado', 'withdrawn')
    await customer.getByRole('button', { name: 'Solicitar un vínculo nuevo' }).waitFor()
    await partnerReads(request, 'withdrawn')
  })

  it('porque el operador suspendió al partner', async () => {
    const request = await anyone()
    await play.product.command('partner', 'suspend', '--partner', tenant(play, partnerKey).id, '--reason', 'Revisión de la cuenta')
    await customer.goto(request.link)
    await isRefused(customer, 'Este partner no puede trabajar ahora con clientes', 'partnerSuspended')
    await partnerReads(request, 'partnerSuspended')
    await play.product.command('partner', 'reinstate', '--partner', tenant(play, partnerKey).id)
    await customer.reload()
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).waitFor()
  })

  it('porque el contrato cambió mientras la página estaba abierta: se lee de nuevo y se acepta', async () => {
    const request = await anyone()
    await customer.goto(request.link)
    await customer.getByRole('checkbox', { name: /he leído el contrato de cliente/ }).check()
    await play.product.command('agreement', 'publish', '--cloud', 'public', '--sample')
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).click()
    await inside(customer, /más reciente/).waitFor()
    await inside(customer, 'agreementChanged').waitFor()
    await expectSound(customer)
    await partnerReads(request, 'agreementChanged')
    const again = customer.getByRole('button', { name: 'Leer de nuevo' })
    if (await again.isVisible()) await again.click()
    await acceptHere(customer)
  })

  it('porque ya se aceptó: quien la aceptó llega desde ahí a su partner', async () => {
    await customer.reload()
    await isRefused(customer, 'La invitación ya se aceptó', 'alreadyAccepted')
    await customer.getByRole('link', { name: 'Ver Nimboclaro Soluciones, S.L.' }).click()
    await customer.getByRole('heading', { level: 1, name: 'Nimboclaro Soluciones, S.L.' }).waitFor()
  })

  it('porque ya hay relación con ese partner', async () => {
    const request = await anyone()
    await customer.goto(request.link)
    await isRefused(customer, 'Ya trabaja con este partner', 'alreadyRelated')
    await partnerReads(request, 'alreadyRelated')
  })
})
