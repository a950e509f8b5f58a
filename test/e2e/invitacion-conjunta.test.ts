import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, inside, linkShownOn, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Un vínculo para dos: el revendedor invita junto con su proveedor. Each step stands on the one before. */
const play = stage()
let agent: Page
let oscar: Page
let customer: Page
let link = ''

const provider = () => tenant(play, 'public-indirect-provider')
const reseller = () => tenant(play, 'public-indirect-reseller')
const firm = () => tenant(play, 'public-customer-unrelated')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

beforeAll(async () => {
  agent = await play.signIn(play.person('public-indirect-reseller', 'adminAgent'))
  oscar = await play.signIn(play.person('public-indirect-provider', 'adminAgent'))
})

describe('una invitación conjunta', () => {
  it('empieza en Proveedores indirectos, Invitar a nuevos clientes [S1.32, S1.33] [S4.L1.3]', async () => {
    await agent.getByRole('navigation').getByRole('link', { name: 'Proveedores indirectos' }).first().click()
    await heading(agent, 'Proveedores indirectos')
    await agent.getByRole('row', { name: provider().name }).getByRole('link', { name: 'Invitar a nuevos clientes' }).click()
    await heading(agent, 'Invitar a nuevos clientes')
    await inside(agent, /no pide ninguno y podrá tramitar pedidos/).waitFor()
    await inside(agent, 'No hay nada que lo impida.').waitFor()
    expect(await agent.getByRole('checkbox', { name: /Incluir privilegios/ }).isDisabled()).toBe(true)
    await expectSound(agent)
  })

  it('da un borrador que se puede editar y llevar, con un vínculo ligado a ambas cuentas [S1.36, S1.37, S1.38, S1.39]', async () => {
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    link = await linkShownOn(agent)
    expect(link).toContain(`partnerId=${reseller().id}`)
    expect(link).toContain(`indirectCSPId=${provider().id}`)
    await agent.getByRole('button', { name: 'Copiar al portapapeles' }).waitFor()
    await agent.getByRole('link', { name: 'Abrir en correo electrónico' }).or(agent.getByRole('button', { name: 'Abrir en correo electrónico' })).first().waitFor()
    await agent.getByRole('textbox', { name: 'Texto antes del vínculo' }).first().fill('Hola, equipo: aquí tienen nuestra propuesta.')
    await agent.getByRole('button', { name: 'Guardar borrador' }).click()
    await inside(agent, 'Borrador guardado').waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Listo' }).click()
    await inside(agent, 'La solicitud está lista').waitFor()
    await inside(agent, `junto con ${provider().name}`).waitFor()
    await expectSound(agent)
  })

  it('muestra al cliente los dos partners y lo que podrá cada uno, y una aceptación vale para ambos [S1.31, S1.40]', async () => {
    customer = await play.signIn(play.person('public-customer-unrelated', 'globalAdministrator'))
    await customer.goto(link)
    await inside(customer, new RegExp(`${provider().name} es el proveedor de ${reseller().name}`)).waitFor()
    await expectSound(customer)
    await acceptHere(customer)
    await expectSound(customer)
    await customer.goto('/admin/partners')
    for (const one of [provider(), reseller()]) await inside(customer, one.name).waitFor()
  })

  it('pone al cliente en la lista de ambos, y cada lado filtra los que comparten [S1.28, S1.31, S4.L6.4] [S4.L1.3]', async () => {
    await oscar.goto('/partner/customers')
    await oscar.getByRole('combobox', { name: 'Compartidos con' }).selectOption({ label: reseller().name })
    await oscar.getByRole('row', { name: firm().name }).waitFor()
    await expectSound(oscar)
    await agent.goto('/partner/indirect-providers')
    await agent.getByRole('row', { name: provider().name }).getByRole('link', { name: 'Ver clientes' }).click()
    await agent.getByRole('row', { name: firm().name }).waitFor()
    expect(await agent.getByRole('row', { name: firm().name }).textContent()).toMatch(/En todos los servicios/)
    await expectSound(agent)
  })
})

describe('un cliente nuevo de un revendedor', () => {
  it('no lo crea el revendedor: la página dice que lo hace su proveedor [S1.L1.10]', async () => {
    await agent.goto('/partner/customers')
    await agent.getByRole('link', { name: /Agregar.*cliente/ }).first().click()
    await heading(agent, 'Pedir un cliente nuevo')
    await inside(agent, 'los crea su proveedor indirecto').waitFor()
  })

  it('lo agrega el proveedor desde la fila del revendedor, que queda elegido [S1.L1.10]', async () => {
    await oscar.goto('/partner/indirect-resellers')
    await oscar.getByRole('row', { name: reseller().name }).getByRole('link', { name: /Agregar.*cliente/ }).click()
    const choice = oscar.getByRole('combobox', { name: 'Agregar este cliente para' })
    await choice.waitFor()
    await choice.locator(`option[value="${reseller().id}"]`).waitFor({ state: 'attached' })
    expect(await choice.inputValue()).toBe(reseller().id)
    await expectSound(oscar)
  })
})
