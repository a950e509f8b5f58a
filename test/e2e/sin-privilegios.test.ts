import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, inside, linkShownOn, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Una relación sin permisos de administración. Each step stands on the one before. */
const play = stage()
let agent: Page
let customer: Page
let link = ''

const firm = () => tenant(play, 'public-customer-unrelated')

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
})

describe('una relación sin privilegios de administración', () => {
  it('se pide quitando la marca de la casilla, y la página explica qué supone [S0.13, S3.L1]', async () => {
    await agent.getByRole('link', { name: /Nueva relación/ }).click()
    await agent.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
    await agent.getByRole('radio', { name: 'A un cliente con este dominio o id. de inquilino' }).check()
    await agent.getByRole('textbox', { name: 'Dominio o id. de inquilino' }).fill(firm().primaryDomain)
    await inside(agent, 'No hay nada que lo impida.').waitFor()
    const box = agent.getByRole('checkbox', { name: /Incluir privilegios de administración delegados/ })
    expect(await box.isChecked()).toBe(true)
    await box.uncheck()
    await inside(agent, /No hacen falta si únicamente se administran suscripciones de Azure propias/).waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    link = await linkShownOn(agent)
    expect(link).toContain('DAP=false')
    await agent.getByRole('button', { name: 'Listo' }).click()
    await inside(agent, 'La solicitud está lista').waitFor()
  })

  it('dice al cliente que no se pide administrar nada, y así lo acepta [S0.13]', async () => {
    customer = await play.signIn(play.person('public-customer-unrelated', 'globalAdministrator'))
    await customer.goto(link)
    await inside(customer, /no solicita privilegios de administración/).waitFor()
    await expectSound(customer)
    await acceptHere(customer)
    await inside(customer, /Ningún privilegio de administración/).waitFor()
    await expectSound(customer)
  })

  it('pone al cliente en la lista sin ningún privilegio', async () => {
    await agent.goto(`/partner/customers?search=${firm().primaryDomain}`)
    const row = agent.getByRole('row', { name: firm().name })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/Revendedor.*Ninguno/)
    await row.getByRole('button', { name: /Mostrar los detalles/ }).click()
    await inside(agent, 'Sin privilegios en ningún servicio. El cliente administra sus servicios por su cuenta.').waitFor()
    await expectSound(agent)
  })

  it('muestra la cuenta sin privilegios, con la responsabilidad que queda y el modo de pedirlos', async () => {
    await agent.getByRole('row', { name: firm().name }).getByRole('link').first().click()
    await inside(agent, /no le ha concedido privilegios de administración/).waitFor()
    await inside(agent, /sigue siendo responsable del soporte al cliente y de los términos de su contrato de partner/).waitFor()
    await expectSound(agent)
    await agent.getByRole('tab', { name: 'Usuarios' }).or(agent.getByRole('link', { name: 'Usuarios' })).first().click()
    await inside(agent, 'Los usuarios no son visibles').waitFor()
    await expectSound(agent)
  })

  it('deja pedir los privilegios más tarde, sin tocar la relación', async () => {
    await agent.goBack()
    await agent.getByRole('link', { name: new RegExp(`Solicitar privilegios de administración: ${firm().name}`) }).click()
    await agent.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
    expect(await agent.getByRole('radio', { name: /Solo privilegios de administración/ }).isChecked()).toBe(true)
    await inside(agent, 'No hay nada que lo impida.').waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    await customer.goto(await linkShownOn(agent))
    await inside(customer, /ya es revendedor de su organización y solicita privilegios/).waitFor()
    await expectSound(customer)
    await acceptHere(customer)
    await agent.goto(`/partner/customers?search=${firm().primaryDomain}`)
    await inside(agent, 'En todos los servicios').waitFor()
  })
})
