import type { Page } from 'playwright-core'
import { beforeAll, describe, it } from 'vitest'
import { inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** El cliente pide el fin; sus derechos terminan en el acto y el partner responde. Each step stands on the one before. */
const play = stage()
let agent: Page
let customer: Page

const firm = () => tenant(play, 'public-customer-related')
const partnerName = 'Nimboclaro Soluciones, S.L.'

async function askForTheEnd(reason: string): Promise<void> {
  await customer.getByRole('button', { name: 'Solicitar el fin' }).click()
  const dialog = customer.getByRole('dialog')
  await dialog.getByText('Los derechos del partner terminan de inmediato').waitFor()
  await dialog.getByRole('textbox', { name: /Motivo/ }).fill(reason)
  await expectSound(customer)
  await dialog.getByRole('button', { name: 'Solicitar el fin' }).click()
  await inside(customer, 'Se ha solicitado el fin de la relación').waitFor()
}

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  customer = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
})

describe('el fin que pide el cliente', () => {
  it('se pide desde la página del partner, que dice qué termina ya y qué espera', async () => {
    await customer.goto('/admin/partners')
    await customer.getByRole('link', { name: partnerName }).first().click()
    await askForTheEnd('Nos fusionamos con otra empresa.')
    await inside(customer, 'Este partner no tiene privilegios de administración.').waitFor()
    await inside(customer, /El fin se solicitó el/).waitFor()
    await expectSound(customer)
  })

  it('quita al partner sus derechos en el acto y le muestra el motivo y el plazo', async () => {
    await agent.goto(`/partner/customers/${firm().id}/account`)
    await inside(agent, `${firm().name} pide terminar la relación`).waitFor()
    await inside(agent, 'Nos fusionamos con otra empresa.').waitFor()
    await inside(agent, /Responda antes del/).waitFor()
    await inside(agent, /no le ha concedido privilegios de administración o los ha quitado/).waitFor()
    await expectSound(agent)
  })

  it('puede rechazarse: la relación sigue y los derechos no vuelven', async () => {
    await agent.getByRole('button', { name: 'Rechazar el fin' }).click()
    const dialog = agent.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /Nota para el cliente/ }).fill('Queda una renovación pendiente.')
    await expectSound(agent)
    await dialog.getByRole('button', { name: 'Rechazar el fin' }).click()
    await dialog.waitFor({ state: 'detached' })
    await customer.reload()
    await inside(customer, /el partner lo rechazó/).waitFor()
    await inside(customer, /Queda una renovación pendiente\./).waitFor()
    await inside(customer, 'Este partner no tiene privilegios de administración.').waitFor()
    await expectSound(customer)
  })

  it('puede pedirse otra vez y aceptarse: la relación termina para los dos', async () => {
    await askForTheEnd('Seguimos queriendo terminar.')
    await agent.goto(`/partner/customers/${firm().id}/account`)
    await agent.getByRole('link', { name: 'Aceptar y quitar' }).click()
    await agent.getByRole('checkbox', { name: /He leído la declaración/ }).check()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Quitar relación de cliente' }).click()
    await agent.getByRole('heading', { level: 1, name: `Se ha quitado ${firm().name}` }).waitFor()
    await expectSound(agent)
    await customer.reload()
    await inside(customer, /el partner lo aceptó/).waitFor()
    await expectSound(customer)
  })
})
