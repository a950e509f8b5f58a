import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, reloadUntil, tenant } from '../support/acts.ts'
import { fillCompany, heading, next } from '../support/adding-customers.ts'
import { connectorSecret, type TestConnector, testConnector } from '../support/connector.ts'
import { look } from '../support/look.ts'
import { expectSound, stage } from '../support/story.ts'

/** Pedidos: con un cliente nuevo en el mismo acto, y aprovisionados por un conector del operador. */
const play = stage({ CONNECTOR_ALLOW: '127.0.0.0/8' })
let connector: TestConnector
let agent: Page
let operator: Page

const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()

beforeAll(async () => {
  connector = await testConnector()
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  operator = await play.signIn(play.person('operator', 'operator'))
})

describe('un cliente nuevo con suscripciones en el mismo acto', () => {
  const cooperative = 'Cooperativa Los Tilos, S. Coop.'

  it('elige ofertas y licencias, también un complemento de lo que pide con él [S1.L1.2]', async () => {
    await agent.goto('/partner/customers/new')
    await fillCompany(agent, cooperative, 'lostilos')
    await agent.getByRole('radio', { name: 'Doy fe de que el cliente lo ha aceptado' }).check()
    const signer = agent.getByRole('group', { name: 'Quién lo aceptó por el cliente' })
    await signer.getByLabel('Nombre', { exact: true }).fill('Lucía')
    await signer.getByLabel('Apellidos').fill('Olmedo')
    await signer.getByLabel('Correo electrónico').fill('lucia@olmedo.example')
    await agent.getByLabel('Fecha de aceptación').fill('2026-01-15')
    await next(agent, 'Suscripciones')
    await inside(agent, 'Elija ofertas y licencias; se piden junto con el cliente.').waitFor()
    expect(await agent.getByRole('button', { name: 'Elegir Archivo de correo (complemento)' }).getAttribute('aria-disabled')).toBe('true')
    await agent.getByRole('button', { name: 'Elegir Nimbus Office Empresa', exact: true }).click()
    await agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' }).fill('12')
    await agent.getByRole('textbox', { name: 'Su nombre para Nimbus Office Empresa' }).fill('Oficina de Soria')
    await agent.getByRole('button', { name: 'Elegir Archivo de correo (complemento)' }).click()
    await agent.getByRole('textbox', { name: 'Licencias de Archivo de correo (complemento)' }).fill('4')
    await inside(agent, 'Oficina de Soria (en este pedido)').waitFor({ state: 'attached' })
    await expectSound(agent)
    await look(agent, 'asistente-suscripciones')
    await agent.reload()
    await expect.poll(() => agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' }).inputValue()).toBe('12')
  })

  it('lo revisa con su precio y lo actualiza desde allí [S1.L1.3]', async () => {
    await next(agent, 'Revisar')
    await inside(agent, '136,20 €').waitFor()
    await expectSound(agent)
    await look(agent, 'asistente-revisar')
    await agent.getByRole('button', { name: 'Actualizar las suscripciones' }).click()
    await agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' }).fill('301')
    await next(agent, 'Revisar')
    await inside(agent, 'Son más licencias de las que admite una suscripción a esta oferta.').waitFor()
    expect(await agent.getByRole('button', { name: 'Enviar', exact: true }).getAttribute('aria-disabled')).toBe('true')
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Actualizar las suscripciones' }).click()
    await agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' }).fill('10')
    await next(agent, 'Revisar')
    await inside(agent, '115,20 €').waitFor()
  })

  it('al enviar existe el cliente con su pedido, que espera al operador [S1.22]', async () => {
    await agent.getByRole('button', { name: 'Enviar', exact: true }).click()
    await heading(agent, `${cooperative} ya es cliente suyo`)
    await inside(agent, '2 suscripciones están pedidas y esperan a que el operador las aprovisione.').waitFor()
    await expectSound(agent)
    await look(agent, 'asistente-hecho')
    await agent.getByRole('checkbox', { name: /He guardado los datos de acceso/ }).check()
    await agent.getByRole('link', { name: 'Abrir la cuenta' }).click()
    await heading(agent, cooperative)
    await agent.getByRole('navigation').getByRole('link', { name: 'Suscripciones', exact: true }).click()
    await agent.getByRole('row', { name: /Oficina de Soria.*10.*Pendiente de aprovisionar/ }).waitFor()
    await agent.getByRole('row', { name: /Archivo de correo.*4.*Pendiente de aprovisionar/ }).waitFor()
    await expectSound(agent)
    await look(agent, 'suscripciones-exportar')
    const download = agent.waitForEvent('download')
    await agent.getByRole('button', { name: 'Exportar' }).click()
    expect((await download).suggestedFilename()).toContain('suscripciones')
  })
})

describe('un carrito a medias', () => {
  let list: string
  const licenses = (page: Page) => page.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' })

  it('sobrevive a una recarga, y un compañero lo continúa', async () => {
    list = new URL(agent.url()).pathname
    await agent.goto(`${list}/new`)
    await press(agent, 'Elegir Nimbus Office Empresa')
    await licenses(agent).fill('8')
    await press(agent, 'Elegir Archivo de correo (complemento)')
    await inside(agent, 'El carrito está guardado. Sus compañeros también pueden continuarlo.').waitFor()
    await expect.poll(() => agent.url()).toContain('?cart=')
    await agent.reload()
    await expect.poll(() => licenses(agent).inputValue()).toBe('8')
    await inside(agent, 'Nimbus Office Empresa (en este pedido)').waitFor({ state: 'attached' })
    await expectSound(agent)
    await look(agent, 'carrito')
    const colleague = await play.signIn(play.person('public-direct-bill', 'salesAgent'))
    await colleague.goto(list)
    await inside(colleague, 'Carritos abiertos').waitFor()
    await expectSound(colleague)
    await look(colleague, 'carritos')
    await colleague.getByRole('link', { name: 'Continuar con el carrito: Nimbus Office Empresa y Archivo de correo (complemento)' }).click()
    await licenses(colleague).fill('9')
    await inside(colleague, 'El carrito está guardado.').waitFor()
  })

  it('que cambió un compañero no se pide a ciegas: se carga lo último y se ve lo que cambió', async () => {
    await press(agent, 'Revisar pedido')
    await inside(agent, 'El carrito ha cambiado').waitFor()
    await expectSound(agent)
    await press(agent, 'Cargar lo último')
    await expect.poll(() => licenses(agent).inputValue()).toBe('9')
    await press(agent, 'Revisar pedido')
    await inside(agent, '94,50 €').waitFor()
  })

  it('se pide una vez y deja de estar abierto; el que sobra se desecha', async () => {
    await press(agent, 'Pedir')
    await row(agent, /Nimbus Office Empresa.*\b9\b.*Pendiente de aprovisionar/).waitFor()
    expect(await inside(agent, 'Carritos abiertos').count()).toBe(0)
    await agent.goto(`${list}/new`)
    await press(agent, 'Elegir Nimbus Office Básico')
    await inside(agent, 'El carrito está guardado.').waitFor()
    const address = agent.url()
    await agent.goto(list)
    await press(agent, 'Desechar el carrito: Nimbus Office Básico')
    const dialog = agent.getByRole('dialog', { name: 'Desechar el carrito' })
    await dialog.waitFor()
    await expectSound(agent)
    await dialog.getByRole('button', { name: 'Desechar' }).click()
    await inside(agent, 'Carritos abiertos').waitFor({ state: 'detached' })
    await agent.goto(address)
    await inside(agent, 'Este carrito ya no está').waitFor()
    await expectSound(agent)
    await agent.getByRole('link', { name: 'Empezar otro' }).click()
    await agent.getByRole('button', { name: 'Elegir Nimbus Office Básico' }).waitFor()
  })
})

describe('el conector del operador', () => {
  const shop = () => tenant(play, 'public-customer-related')

  it('se nombra con su dirección y un secreto que no se vuelve a mostrar', async () => {
    await operator.goto('/operator/provisioning')
    await operator.getByRole('link', { name: 'Conectores' }).click()
    await heading(operator, 'Conectores')
    await inside(operator, 'Ningún conector').waitFor()
    await expectSound(operator)
    await press(operator, 'Agregar conector')
    const drawer = operator.getByRole('dialog')
    await drawer.getByRole('textbox', { name: /^Dirección/ }).fill('no es una dirección')
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await drawer.getByText('Escriba la dirección completa, con https:// delante.').first().waitFor()
    await drawer.getByRole('button', { name: 'Generar secreto' }).click()
    expect((await drawer.getByRole('textbox', { name: /^Secreto compartido/ }).inputValue()).length).toBeGreaterThan(40)
    await expectSound(operator)
    await drawer.getByRole('textbox', { name: /^Dirección/ }).fill(connector.url)
    await drawer.getByRole('textbox', { name: /^Secreto compartido/ }).fill(connectorSecret)
    await look(operator, 'conector-nuevo')
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await inside(operator, connector.url).waitFor()
    expect(await operator.getByRole('main').innerText()).not.toContain(connectorSecret)
    await expectSound(operator)
    await look(operator, 'conectores')
  })

  it('recibe cada pedido; el operador ve intentos y respuestas, y lo envía otra vez', async () => {
    connector.answer = { status: 422, body: { error: 'producto desconocido' } }
    await agent.goto(`/partner/customers/${shop().id}/subscriptions/new`)
    await press(agent, 'Elegir Stratus Identidad P1')
    await press(agent, 'Revisar pedido')
    await press(agent, 'Pedir')
    await row(agent, /Stratus Identidad P1.*Pendiente de aprovisionar/).first().waitFor()
    await operator.goto('/operator/provisioning')
    const again = operator.getByRole('button', { name: `Enviar otra vez: Stratus Identidad P1, ${shop().name}` })
    await reloadUntil(operator, operator.getByRole('main').filter({ has: again, hasText: 'producto desconocido' }))
    await expectSound(operator)
    await look(operator, 'conector-fallo')
    connector.answer = { status: 202 }
    await again.click()
    await inside(operator, 'El pedido va camino del conector.').waitFor()
    await reloadUntil(operator, operator.getByRole('main').getByText('Aceptado, a la espera'))
    await look(operator, 'conector-espera')
  })

  it('responde más tarde, firmado, y la suscripción está activa [S2.25]', async () => {
    const { body, isGenuine } = connector.arrived.at(-1)!
    expect(isGenuine).toBe(true)
    expect(await connector.say(play.product.url, body.subscriptionId, { status: 'fulfilled' })).toMatchObject({ status: 200 })
    await agent.goto(`/partner/customers/${shop().id}/subscriptions`)
    await row(agent, /Stratus Identidad P1.*Activa/).first().waitFor()
  })
})

describe('una suscripción que pasa a otra oferta', () => {
  const shop = () => tenant(play, 'public-customer-related')

  it('ve antes lo que se cobra y lo que se devuelve; termina cuando la nueva está', async () => {
    connector.answer = { status: 200, body: { status: 'fulfilled' } }
    await agent.goto(`/partner/customers/${shop().id}/subscriptions/new`)
    await press(agent, 'Elegir Nimbus Office Básico')
    await agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Básico' }).fill('10')
    await press(agent, 'Revisar pedido')
    await press(agent, 'Pedir')
    await row(agent, /Nimbus Office Básico/).first().waitFor()
    await reloadUntil(agent, row(agent, /Nimbus Office Básico.*Activa/))
    expect(await row(agent, /Nimbus Office Básico.*Activa/).count()).toBe(1)
    await agent.getByRole('link', { name: 'Nimbus Office Básico' }).first().click()
    await press(agent, 'Pasar a otra oferta')
    const drawer = agent.getByRole('dialog')
    await drawer.getByLabel('Nueva oferta').waitFor()
    await drawer.getByLabel('Plazo y facturación').selectOption({ label: '1 año, factura mensual: 10,50 €' })
    await expectSound(agent)
    await drawer.getByRole('button', { name: 'Revisar pedido' }).click()
    await drawer.getByText('Se devuelven 51,00 € por el resto del ciclo actual').waitFor()
    await expectSound(agent)
    await look(agent, 'conversion')
    await drawer.getByRole('button', { name: 'Pedir' }).click()
    await row(agent, /Nimbus Office Empresa/).first().waitFor()
    await reloadUntil(agent, row(agent, /Nimbus Office Empresa.*Activa/))
    expect(await row(agent, /Nimbus Office Empresa.*Activa/).count()).toBe(1)
    await row(agent, /Nimbus Office Básico.*Pasó a otra oferta/).waitFor()
    await agent.getByRole('link', { name: 'Nimbus Office Básico' }).first().click()
    await inside(agent, 'Pasó a otra oferta; se devuelve el resto del ciclo').waitFor()
    await expectSound(agent)
    await look(agent, 'convertida')
  })
})
