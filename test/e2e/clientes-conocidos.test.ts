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
    await inside(agent, /Compras a través de usted, en Centro de administración de Microsoft 365, desde el 4 may 2019/).waitFor()
    await inside(agent, /Privilegios de administración delegados, en Centro de administración de Azure Active Directory/).waitFor()
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
