import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, asked, type AskedRequest, inside, linkShownOn, tenant } from '../support/acts.ts'
import { letExpire } from '../support/demo-database.ts'
import { expectSound, stage } from '../support/story.ts'

/** Qué puede ser de una solicitud: rechazada, recordada, enviada de nuevo, retirada, caducada. */
const play = stage()
let agent: Page
let customer: Page

const firm = () => tenant(play, 'public-customer-unrelated')
const named = () => asked(play, play.person('public-direct-bill', 'adminAgent'), { customer: { domain: firm().primaryDomain } })
const open = (request: AskedRequest) => agent.goto(`/partner/requests/${request.id}`)

async function confirmed(act: string): Promise<void> {
  await agent.getByRole('button', { name: act, exact: true }).click()
  const dialog = agent.getByRole('dialog')
  await dialog.getByRole('button', { name: act, exact: true }).waitFor()
  await expectSound(agent)
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  customer = await play.signIn(play.person('public-customer-unrelated', 'globalAdministrator'))
})

describe('una solicitud que el cliente rechaza', () => {
  let request: AskedRequest

  it('se rechaza con un motivo, y no cambia nada', async () => {
    request = await named()
    await customer.goto(request.link)
    await customer.getByRole('button', { name: 'Rechazar' }).click()
    await customer.getByRole('dialog').getByRole('textbox', { name: /Motivo/ }).fill('Ya tenemos quien nos atienda.')
    await expectSound(customer)
    await customer.getByRole('dialog').getByRole('button', { name: 'Rechazar' }).click()
    await customer.getByRole('heading', { level: 1, name: 'Invitación rechazada' }).waitFor()
    await expectSound(customer)
    await customer.goto('/admin/partners')
    await inside(customer, 'Todavía no hay partners').waitFor()
  })

  it('muestra el motivo al partner, en la solicitud y en la lista', async () => {
    await open(request)
    await inside(agent, 'El cliente ha rechazado la solicitud').waitFor()
    await inside(agent, 'Ya tenemos quien nos atienda.').waitFor()
    await expectSound(agent)
    await agent.goto('/partner/requests?status=declined')
    await agent.getByRole('row').filter({ hasText: firm().primaryDomain }).filter({ hasText: 'Rechazada: Ya tenemos quien nos atienda.' }).waitFor()
    await expectSound(agent)
  })

  it('ya no se puede responder de otra manera con ese vínculo', async () => {
    await customer.goto(request.link)
    await customer.getByRole('heading', { level: 1, name: 'La invitación se rechazó' }).waitFor()
    await expectSound(customer)
  })
})

describe('una solicitud que espera respuesta', () => {
  let request: AskedRequest

  it('se recuerda con el mismo vínculo', async () => {
    request = await named()
    await open(request)
    await confirmed('Recordar')
    await inside(agent, 'El recordatorio está listo para enviarse').waitFor()
    expect(await linkShownOn(agent)).toBe(request.link)
    await inside(agent, 'Recordatorio redactado').waitFor()
  })

  it('se envía de nuevo con un vínculo nuevo, y el anterior deja de servir', async () => {
    await open(request)
    await confirmed('Enviar un vínculo nuevo')
    await inside(agent, 'El vínculo nuevo está listo para enviarse').waitFor()
    await inside(agent, 'la solicitud anterior').waitFor()
    const fresh = await linkShownOn(agent)
    expect(fresh).not.toBe(request.link)
    await customer.goto(request.link)
    await customer.getByRole('heading', { level: 1, name: 'La invitación se ha retirado' }).waitFor()
    await expectSound(customer)
    await customer.goto(fresh)
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).waitFor()
  })

  it('se retira, y en el acto no se puede aceptar en la página que el cliente tiene abierta', async () => {
    await confirmed('Retirar')
    await inside(agent, 'La solicitud se ha retirado').waitFor()
    await customer.getByRole('checkbox', { name: /he leído el contrato de cliente/ }).check()
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).click()
    await inside(customer, /ha retirado/).waitFor()
    await expectSound(customer)
    await customer.goto('/admin/partners')
    await inside(customer, 'Todavía no hay partners').waitFor()
  })
})

describe('una solicitud que caduca', () => {
  let request: AskedRequest

  it('se ve caducada en la lista del partner sin que nadie haga nada', async () => {
    request = await named()
    await letExpire(play.product, request.id)
    await agent.goto('/partner/requests?status=expired')
    await agent.getByRole('row').filter({ hasText: firm().primaryDomain }).filter({ hasText: 'Caducada' }).first().waitFor()
    await expectSound(agent)
  })

  it('vuelve a empezar cuando el cliente pide, con una pulsación, un vínculo nuevo', async () => {
    await customer.goto(request.link)
    await customer.getByRole('button', { name: 'Solicitar un vínculo nuevo' }).click()
    await inside(customer, /Se ha avisado a Nimboclaro/).waitFor()
    await open(request)
    await inside(agent, /el cliente pidió un vínculo nuevo/).waitFor()
    await confirmed('Enviar un vínculo nuevo')
    await inside(agent, 'El vínculo nuevo está listo para enviarse').waitFor()
    await inside(agent, 'la solicitud anterior').waitFor()
    await customer.goto(await linkShownOn(agent))
    await acceptHere(customer)
    await expectSound(customer)
  })
})
