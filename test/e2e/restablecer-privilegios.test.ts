import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, asked, inside, linkShownOn, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Los privilegios se dan, se usan, se quitan y vuelven. Each step stands on the one before. */
const play = stage()
let agent: Page
let helpdesk: Page
let customer: Page

const firm = () => tenant(play, 'public-customer-related')
const partnerName = 'Nimboclaro Soluciones, S.L.'
const services = (page: Page) => page.goto(`/partner/customers/${firm().id}/services`)
/** The row of a partner, once it reads so. */
const rowOf = (name: string, reads: RegExp = /./) => customer.getByRole('row').filter({ hasText: name }).filter({ hasText: reads })

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  helpdesk = await play.signIn(play.person('public-direct-bill', 'helpdeskAgent'))
  customer = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
  // Another partner of the same customer, without privileges.
  const { link } = await asked(play, play.person('public-indirect-reseller', 'adminAgent'), { customer: { domain: firm().primaryDomain }, askPrivileges: false })
  await customer.goto(link)
  await acceptHere(customer)
})

describe('los privilegios de administración delegados', () => {
  it('hacen del agente de administración un administrador global en casa del cliente [S0.L1.8]', async () => {
    await services(agent)
    await agent.getByRole('button', { name: 'Abrir los datos de contacto' }).click()
    await agent.getByRole('button', { name: 'Editar' }).click()
    await agent.getByRole('textbox', { name: /Teléfono de contacto/ }).fill('+34 600 100 200')
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Guardar' }).click()
    await inside(agent, '+34 600 100 200').waitFor()
  })

  it('hacen del agente de soporte un administrador de soporte, que ve y no cambia [S0.L1.8]', async () => {
    await services(helpdesk)
    await helpdesk.getByRole('button', { name: 'Abrir los datos de contacto' }).click()
    await inside(helpdesk, '+34 600 100 200').waitFor()
    const edit = helpdesk.getByRole('button', { name: 'Editar' })
    expect(await edit.getAttribute('aria-disabled')).toBe('true')
    await edit.hover()
    await inside(helpdesk, 'Su rol permite consultar estos datos en nombre del cliente, pero no cambiarlos.').waitFor()
  })

  it('se ven en Relaciones con los partners: todos los partners y cuáles los tienen [S0.L1.4]', async () => {
    await customer.getByRole('link', { name: 'Relaciones con los partners' }).first().click()
    await customer.getByRole('heading', { level: 1, name: 'Relaciones con los partners' }).waitFor()
    await rowOf(partnerName, /Relación de revendedor.*Azure Active Directory.*Office 365/s).waitFor()
    await rowOf('Vegalinda Informática, S.L.', /Relación de revendedor.*Ninguno/s).waitFor()
    await expectSound(customer)
  })

  it('muestran su último uso y quién lo hizo', async () => {
    await rowOf(partnerName, /Hilario Peñarrubia|Bruno Tejadilla/).waitFor()
  })

  it('se quitan con «Quitar administrador delegado», que avisa antes de lo que supone [S0.25, S0.26, S0.L1, S0.L1.3, S0.L1.5]', async () => {
    await rowOf(partnerName).getByRole('link', { name: partnerName }).click()
    await customer.getByRole('button', { name: 'Quitar administrador delegado' }).click()
    const dialog = customer.getByRole('dialog')
    await dialog.getByText('Qué termina').waitFor()
    const words = (await dialog.textContent()) ?? ''
    expect(words).toMatch(/ya no podrá presentar solicitudes de servicio/)
    expect(words).toMatch(/no podrá abrir solicitudes de servicio en nombre de la organización/)
    expect(words).toMatch(/La relación de revendedor se mantiene: suscripciones, licencias, renovaciones y facturas siguen como hasta ahora/)
    expect(words).toMatch(/Mientras no se renegocie el contrato con Nimboclaro.*sigue siendo responsable del soporte técnico/)
    await expectSound(customer)
  })

  it('terminan al confirmar, también en el trabajo que el partner tiene a medias [S0.L1.6]', async () => {
    await services(agent)
    await agent.getByRole('button', { name: 'Abrir los datos de contacto' }).click()
    await agent.getByRole('button', { name: 'Editar' }).click()
    await agent.getByRole('textbox', { name: /Teléfono de contacto/ }).fill('+34 600 999 999')
    await customer.getByRole('dialog').getByRole('button', { name: 'Quitar', exact: true }).click()
    await inside(customer, 'Privilegios de administración quitados').waitFor()
    await inside(customer, 'Este partner no tiene privilegios de administración.').waitFor()
    await expectSound(customer)
    await agent.getByRole('button', { name: 'Guardar' }).click()
    await inside(agent, /no ha concedido privilegios de administración o los ha quitado/).waitFor()
    await expectSound(agent)
  })

  it('no se llevan la relación: el cliente sigue en la lista y el partner sigue respondiendo de él [S0.L1.5, S0.26]', async () => {
    await customer.getByRole('link', { name: 'Relaciones con los partners' }).first().click()
    await rowOf(partnerName, /Relación de revendedor.*Ninguno/s).waitFor()
    await agent.goto(`/partner/customers?search=${firm().primaryDomain}`)
    await agent.getByRole('row', { name: firm().name }).getByRole('link').first().click()
    await inside(agent, 'Aun sin privilegios, sigue siendo responsable del soporte al cliente y de los términos de su contrato de partner.').waitFor()
    await expectSound(agent)
  })

  it('se recuperan con una solicitud que pide solo los privilegios [S0.2, S2.3]', async () => {
    await agent.getByRole('link', { name: new RegExp(`Solicitar privilegios de administración: ${firm().name}`) }).click()
    await inside(agent, 'No hay nada que lo impida.').waitFor()
    expect(await agent.getByRole('radio', { name: /Solo privilegios de administración/ }).isChecked()).toBe(true)
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    const link = await linkShownOn(agent)
    await agent.getByRole('button', { name: 'Listo' }).click()
    await inside(agent, 'La solicitud está lista').waitFor()
    await customer.goto(link)
    await inside(customer, /ya es revendedor de su organización y solicita privilegios/).waitFor()
    await expectSound(customer)
    await acceptHere(customer)
    await expectSound(customer)
  })

  it('sirven de nuevo en cuanto el cliente acepta, para aprovisionar y dar soporte [S0.2, S2.3]', async () => {
    await services(agent)
    await agent.getByRole('button', { name: 'Abrir los datos de contacto' }).click()
    await inside(agent, '+34 600 100 200').waitFor()
    await customer.goto('/admin/partners')
    await rowOf(partnerName, /Azure Active Directory.*Office 365/s).waitFor()
  })
})
