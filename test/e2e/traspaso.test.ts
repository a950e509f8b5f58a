import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, tenant } from '../support/acts.ts'
import { headingOf } from '../support/browser.ts'
import { servedDirectly } from '../support/demo-database.ts'
import { expectSound, stage } from '../support/story.ts'

/** Un cliente pasa de un partner a otro sin quedarse desatendido. Each step stands on the one before. */
const play = stage()
let giver: Page
let taker: Page
let customer: Page
let address = ''

const from = () => tenant(play, 'public-direct-bill')
const to = () => tenant(play, 'public-indirect-provider')
const firm = () => tenant(play, 'public-customer-related')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

beforeAll(async () => {
  giver = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  taker = await play.signIn(play.person('public-indirect-provider', 'adminAgent'))
  customer = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
})

describe('un traspaso', () => {
  it('se prepara desde la cuenta del cliente, con lo que cambia a la vista', async () => {
    await giver.goto(`/partner/customers/${firm().id}/account`)
    await giver.getByRole('link', { name: 'Preparar un traspaso' }).click()
    await heading(giver, 'Traspasar a otro partner')
    for (const part of ['Qué termina', 'Qué comienza', 'Qué se mantiene', 'Quién responde después']) await giver.getByRole('heading', { name: part }).waitFor()
    await inside(giver, /sale de su lista de clientes/).waitFor()
    await expectSound(giver)
    await giver.getByRole('button', { name: 'Proponer el traspaso' }).click()
    await giver.getByRole('textbox', { name: 'Dominio del nuevo partner' }).fill(to().primaryDomain)
    await giver.getByRole('button', { name: 'Proponer el traspaso' }).click()
    await heading(giver, new RegExp(`Traspaso de ${firm().name}`))
    address = new URL(giver.url()).pathname
    await inside(giver, /se mostrará cuando responda/).waitFor()
    expect(await giver.getByText(to().name).count()).toBe(0)
    await expectSound(giver)
  })

  it('no existe para el cliente hasta que ambos partners están de acuerdo', async () => {
    await customer.goto(address.replace('/partner/', '/admin/partners/'))
    await inside(customer, /no existe|No se encuentra|no se encontró/i).first().waitFor()
  })

  it('lo lee el nuevo partner, que pide privilegios y da su conformidad', async () => {
    await taker.getByRole('navigation').getByRole('link', { name: 'Traspasos' }).first().click()
    await heading(taker, 'Traspasos')
    await taker.getByRole('row', { name: new RegExp(firm().name) }).getByRole('link').first().click()
    await inside(taker, new RegExp(`${from().name} propone este traspaso`)).waitFor()
    expect(await taker.getByRole('checkbox', { name: 'Pedir privilegios de administración en todos los servicios' }).isChecked()).toBe(true)
    await expectSound(taker)
    await taker.getByRole('button', { name: 'Dar conformidad' }).click()
    await inside(taker, /Ahora se pregunta al cliente; nada cambia/).waitFor()
    await taker.reload()
    await inside(taker, 'A la espera del cliente').first().waitFor()
    await expectSound(taker)
  })

  it('llega al cliente, que lee qué termina, qué comienza y quién responde, y acepta', async () => {
    await customer.goto('/admin/partners')
    await inside(customer, `${from().name} y ${to().name} le piden pasar de uno a otro.`).waitFor()
    await expectSound(customer)
    await customer.getByRole('link', { name: 'Leer y responder' }).click()
    await heading(customer, new RegExp(`Traspaso a ${to().name}`))
    await inside(customer, /En ningún momento se queda sin partner ni tiene a ambos/).waitFor()
    await inside(customer, /le responde de las facturas y del soporte/).waitFor()
    await inside(customer, 'Partner actual: terminan').first().waitFor()
    await expectSound(customer)
    await customer.reload()
    await customer.getByRole('checkbox', { name: /He leído qué cambia/ }).click()
    await customer.getByRole('button', { name: 'Aceptar el traspaso' }).click()
    await inside(customer, new RegExp(`Hecho: ${to().name} sustituyó a ${from().name}`)).waitFor()
    await expectSound(customer)
  })

  it('deja al cliente con el nuevo partner y sin el anterior', async () => {
    await customer.goto('/admin/partners')
    await inside(customer, to().name).first().waitFor()
    const row = customer.getByRole('row', { name: new RegExp(from().name) })
    if ((await row.count()) > 0) expect(await row.first().textContent()).toMatch(/Terminada/)
    await taker.goto('/partner/customers')
    await taker.getByRole('row', { name: new RegExp(firm().name) }).first().waitFor()
    await giver.goto(address)
    await inside(giver, new RegExp(`Hecho: ${to().name} sustituyó a ${from().name}`)).waitFor()
    await expectSound(giver)
    await giver.goto('/partner/customers')
    await headingOf(giver).waitFor()
    await giver.waitForLoadState('networkidle')
    await expect.poll(() => giver.getByRole('row', { name: new RegExp(firm().name) }).count()).toBe(0)
  })
})

describe('hacerse cargo de un cliente', () => {
  it('se pide por los dominios, sin saber si existen', async () => {
    await taker.goto('/partner/hand-overs')
    await taker.getByRole('link', { name: 'Hacerse cargo de un cliente' }).click()
    await heading(taker, 'Hacerse cargo de un cliente')
    await taker.getByRole('textbox', { name: 'Dominio del cliente' }).fill('margies-travel.example')
    await taker.getByRole('textbox', { name: 'Dominio del partner actual' }).fill('nadie.example')
    await expectSound(taker)
    await taker.getByRole('button', { name: 'Proponer el traspaso' }).click()
    await heading(taker, 'Traspaso de margies-travel.example')
    await inside(taker, /Se pregunta al partner de nadie.example, si existe/).waitFor()
    await taker.getByRole('button', { name: 'Retirar' }).click()
    await taker.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click()
    await inside(taker, 'Retirado. Todo sigue como estaba.').first().waitFor()
    await expect.poll(() => taker.getByText(/se mostrará cuando responda/).count()).toBe(0)
    await expectSound(taker)
  })
})

describe('extender la relación a un proveedor', () => {
  it('lo hace un partner directo que es también revendedor, con lo que cambia para los tres y la declaración a la vista', async () => {
    const [lender, lent] = [tenant(play, 'public-indirect-reseller'), tenant(play, 'public-customer-unrelated')]
    await servedDirectly(play.product, { partnerId: lender.id, customerId: lent.id })
    const agent = await play.signIn(play.person('public-indirect-reseller', 'adminAgent'))
    await agent.goto(`/partner/customers/${lent.id}/account`)
    await agent.getByRole('link', { name: 'Extender a un proveedor indirecto' }).click()
    await heading(agent, 'Extender a un proveedor indirecto')
    const act = agent.getByRole('button', { name: 'Extender la relación' })
    expect(await act.getAttribute('aria-disabled')).toBe('true')
    await agent.getByRole('combobox', { name: 'Proveedor indirecto' }).selectOption({ label: to().name })
    await inside(agent, `${to().name} no obtiene privilegios de administración.`).waitFor()
    for (const whom of ['Para su empresa', 'Para el proveedor', 'Para el cliente']) await agent.getByRole('heading', { name: whom }).waitFor()
    await agent.getByRole('checkbox', { name: /Mi empresa ha informado al cliente/ }).click()
    await expectSound(agent)
    await act.click()
    await heading(agent, new RegExp(lent.name))
    await taker.goto('/partner/customers')
    await taker.getByRole('row', { name: new RegExp(lent.name) }).first().waitFor()
    await expectSound(agent)
  })
})
