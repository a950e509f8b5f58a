import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Lo que el operador sabe de antes, y lo que un revendedor pide a su proveedor. Each step stands on the one before. */
const play = stage()
let ops: Page
let agent: Page

const partner = () => tenant(play, 'public-indirect-reseller')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

/** A customer that no partner of the demo has. */
const known = () => tenant(play, 'public-customer-unrelated')

beforeAll(async () => {
  ops = await play.signIn(play.person('operator', 'operator'))
  agent = await play.signIn(play.person('public-indirect-reseller', 'adminAgent'))
})

describe('los clientes con los que un partner ya trabajaba', () => {
  it('los registra el operador desde un archivo, que antes se comprueba fila por fila', async () => {
    await ops.getByRole('navigation').getByRole('link', { name: 'Organizaciones' }).first().click()
    await ops.getByRole('link', { name: 'Clientes conocidos' }).click()
    await heading(ops, 'Clientes conocidos')
    await ops.getByRole('button', { name: 'Comprobar el archivo' }).click()
    await inside(ops, 'Elija un archivo.').waitFor()
    await expectSound(ops)
    const rows = [
      'Cloud,Partner domain,Customer tenant ID,Customer domain,Tie,Service,Since',
      `public,${partner().primaryDomain},,${known().primaryDomain},purchase,office365,2019-05-04`,
      `public,${partner().primaryDomain},${known().id},,delegatedAdmin,azureActiveDirectory,`,
      `public,nuevo-partner.example,,${known().primaryDomain},advisor,,`,
      `public,${partner().primaryDomain},,nadie.example,purchase,,`,
    ]
    await ops.locator('input[type="file"]').setInputFiles({ name: 'conocidos.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\r\n')}\r\n`) })
    await ops.getByRole('button', { name: 'Comprobar el archivo' }).click()
    await inside(ops, '2 vínculos con partners inscritos').waitFor()
    await inside(ops, 'Todavía no se ha guardado nada.').waitFor()
    await inside(ops, /Ningún cliente de esta nube tiene aquí/).waitFor()
    await expectSound(ops)
    await ops.getByRole('button', { name: 'Importar' }).click()
    await ops.getByRole('heading', { name: 'Importado' }).waitFor()
    await expectSound(ops)
  })

  it('aparecen en su lista como lo que son, con el portal en que los atendía; los demás no, y la página dice cómo conectarlos [S1.6] [S1.7] [S1.10] [S4.12] [S4.19]', async () => {
    await agent.goto(`/partner/customers?search=${known().primaryDomain}`)
    const row = agent.getByRole('row', { name: known().name })
    await row.getByText('Conocido').waitFor()
    await row.getByRole('button', { name: new RegExp(known().name) }).first().click()
    await inside(agent, /Compras a través de usted \(Centro de administración de Microsoft 365\), desde el 4 may 2019/).waitFor()
    await inside(agent, /Privilegios de administración delegados \(Centro de administración de Azure Active Directory\)/).waitFor()
    await inside(agent, 'Esto no le da aquí ningún derecho').waitFor()
    await inside(agent, 'no cuentan aquí').waitFor()
    expect(await agent.getByRole('link', { name: known().name, exact: true }).count()).toBe(0)
    await agent.getByRole('link', { name: 'importe una lista de clientes' }).waitFor()
    await expectSound(agent)
  })

  it('se conectan con una solicitud, que ya los nombra', async () => {
    await agent.getByRole('link', { name: `Solicitar una relación de revendedor: ${known().name}` }).click()
    await heading(agent, 'Nueva relación')
    expect(await agent.getByRole('textbox', { name: /Dominio/ }).inputValue()).toBe(known().primaryDomain)
    await expectSound(agent)
  })
})

describe('un cliente nuevo de un revendedor', () => {
  const provider = () => tenant(play, 'public-indirect-provider')
  const firm = 'Talleres Río Hondo, S. L.'
  let oscar: Page

  beforeAll(async () => {
    oscar = await play.signIn(play.person('public-indirect-provider', 'adminAgent'))
  })

  it('lo pide a su proveedor con Agregar cliente, con los datos rellenados [S1.53]', async () => {
    await agent.goto('/partner/customers')
    await agent.getByRole('link', { name: 'Agregar cliente' }).first().click()
    await heading(agent, 'Pedir un cliente nuevo')
    await agent.getByRole('button', { name: 'Enviar al proveedor' }).click()
    await inside(agent, 'Nombre de la empresa').first().waitFor()
    await expectSound(agent)
    await agent.getByRole('combobox', { name: 'Proveedor indirecto' }).selectOption({ label: provider().name })
    for (const [name, text] of Object.entries({ 'Nombre de la empresa': firm, 'Nombre de dominio': 'riohondo', 'Calle y número': 'Calle de la Fragua 8', 'Código postal': '50001', Ciudad: 'Zaragoza', Nombre: 'Irene', Apellidos: 'Lasa', 'Correo electrónico': 'irene@riohondo.example' })) {
      await agent.getByRole('textbox', { name, exact: true }).fill(text)
    }
    await agent.getByRole('textbox', { name: /Nota para el proveedor/ }).fill('Nos los ha presentado su gestoría.')
    await agent.getByRole('button', { name: 'Enviar al proveedor' }).click()
    await heading(agent, firm)
    await inside(agent, 'La petición ya está con su proveedor').waitFor()
    await inside(agent, 'En espera').waitFor()
    await expectSound(agent)
  })

  it('el proveedor la ve en su lista y la completa con el formulario rellenado y el revendedor fijado [S1.L1.10] [S4.16]', async () => {
    await oscar.goto('/partner/customers')
    await oscar.getByRole('link', { name: 'Peticiones de alta' }).click()
    await oscar.getByRole('link', { name: firm }).click()
    await heading(oscar, firm)
    await inside(oscar, 'Nos los ha presentado su gestoría.').waitFor()
    await expectSound(oscar)
    await oscar.getByRole('link', { name: 'Completar' }).click()
    await heading(oscar, 'Agregar cliente')
    const name = oscar.getByRole('textbox', { name: 'Nombre de la empresa', exact: true })
    await name.waitFor()
    expect(await name.inputValue()).toBe(firm)
    await inside(oscar, 'Pedido por').waitFor()
    expect(await oscar.getByRole('combobox', { name: 'Agregar este cliente para' }).count()).toBe(0)
    await oscar.getByRole('radio', { name: 'Se le pedirá al cliente en su propio portal' }).check()
    await expectSound(oscar)
    await oscar.getByRole('button', { name: /Siguiente: Suscripciones/ }).click()
    await oscar.getByRole('button', { name: /Siguiente: Revisar/ }).click()
    await inside(oscar, partner().name).waitFor()
    await oscar.getByRole('button', { name: 'Enviar' }).click()
    await heading(oscar, new RegExp(firm))
    await expectSound(oscar)
  })

  it('figura desde entonces en las listas de ambos, y al revendedor se le avisa [S1.53]', async () => {
    for (const page of [agent, oscar]) {
      await page.goto('/partner/customers?search=Talleres')
      await page.getByRole('row', { name: firm }).getByText('Revendedor').first().waitFor()
    }
    await agent.goto('/partner/notifications')
    await inside(agent, /creó el cliente que un revendedor indirecto había pedido/).waitFor()
    await agent.goto('/partner/customers/creation-requests')
    await agent.getByRole('row', { name: firm }).getByText('Completada').waitFor()
    await expectSound(agent)
  })

  it('una petición se rechaza con un motivo que el revendedor lee', async () => {
    await oscar.goto('/partner/customers/creation-requests')
    await oscar.getByRole('row', { name: /En espera/ }).getByRole('link').first().click()
    await oscar.getByRole('button', { name: 'Rechazar' }).click()
    const dialog = oscar.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Rechazar' }).click()
    await dialog.getByText('Explique el motivo al revendedor.').waitFor()
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Ya tiene un inquilino.')
    await dialog.getByRole('button', { name: 'Rechazar' }).click()
    await inside(oscar, 'La petición se ha rechazado').waitFor()
    await agent.goto(new URL(oscar.url()).pathname)
    await inside(agent, 'Ya tiene un inquilino.').waitFor()
    await expectSound(agent)
  })
})
