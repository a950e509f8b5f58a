import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, it } from 'vitest'
import { demoCatalogueFile } from '../../src/demo/catalogue.ts'
import { inside, tenant } from '../support/acts.ts'
import { look } from '../support/look.ts'
import { expectSound, stage } from '../support/story.ts'

/** Catálogo, pedido, aprovisionamiento y vida de una suscripción, hasta que el cliente se puede quitar. Each step stands on the one before. */
const play = stage()
let agent: Page
let operator: Page

const customer = () => tenant(play, 'public-customer-without-privileges')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  operator = await play.signIn(play.person('operator', 'operator'))
})

describe('el catálogo del operador', () => {
  it('se busca, y cada producto dice dónde se vende y a qué precio', async () => {
    await operator.getByRole('navigation').getByRole('link', { name: 'Catálogo' }).first().click()
    await heading(operator, 'Catálogo')
    await operator.getByRole('searchbox').fill('nimbus office')
    await row(operator, /Nimbus Office NIMBUS-OFFICE/).first().waitFor()
    await expectSound(operator)
    await look(operator, 'catalogo')
    await operator.goto('/operator/catalogue/public/NIMBUS-OFFICE')
    await heading(operator, 'Nimbus Office')
    await inside(operator, '10,50 €').waitFor()
    await expectSound(operator)
    await look(operator, 'producto')
  })

  it('se importa de un archivo, y antes dice fila a fila qué haría', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'vinculo-catalogo-')), 'catalogo.csv')
    const [head, first] = demoCatalogueFile().split('\r\n')
    const coming = first!.replace(/2024-01-01,[0-9.]+$/, '2030-01-01,6.66')
    await writeFile(file, [head, first, coming, first!.replace(',office365,', ',nadie,'), ''].join('\r\n'))
    await operator.goto('/operator/catalogue/import')
    await heading(operator, 'Importar archivo')
    await operator.locator('input[type=file]').setInputFiles(file)
    await press(operator, 'Revisar archivo')
    await inside(operator, '1 fila es nueva').waitFor()
    await inside(operator, '1 fila ya está así').waitFor()
    await inside(operator, /Columna «Service»/).waitFor()
    await expectSound(operator)
    await look(operator, 'importar')
    await press(operator, 'Importar')
    await inside(operator, 'El catálogo se ha importado.').waitFor()
    await operator.goto('/operator/catalogue/public/NIMBUS-OFFICE')
    await inside(operator, '6,66 €').waitFor()
  })
})

describe('un partner', () => {
  it('no puede pedir nada mientras falta algo, y lo ve con su motivo; después elige, revisa y pide [S3.2] [S4.9] [S1.L1.3]', async () => {
    await agent.goto(`/partner/customers/${customer().id}/subscriptions`)
    await heading(agent, customer().name)
    await inside(agent, 'Aún no hay suscripciones').waitFor()
    await expectSound(agent)
    await agent.getByRole('link', { name: 'Agregar suscripción' }).click()
    await heading(agent, 'Agregar suscripción')
    await press(agent, 'Elegir Nimbus Office Empresa')
    await agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' }).fill('301')
    await press(agent, 'Revisar pedido')
    await inside(agent, 'Son más licencias de las que admite una suscripción a esta oferta.').waitFor()
    await press(agent, 'Cambiar pedido')
    await agent.getByRole('textbox', { name: 'Licencias de Nimbus Office Empresa' }).fill('12')
    await press(agent, 'Elegir Nimbus Clásico E1')
    await expectSound(agent)
    await look(agent, 'agregar')
    await press(agent, 'Revisar pedido')
    await inside(agent, '132,70 €').waitFor()
    await expectSound(agent)
    await look(agent, 'revisar')
    await press(agent, 'Pedir')
    await row(agent, /Nimbus Office Empresa.*Pendiente de aprovisionar/).waitFor()
    await expectSound(agent)
  })

  it('espera a que el operador lo aprovisione; entonces está activa [S3.19] [S0.22] [S4.L6.1]', async () => {
    await operator.goto('/operator/provisioning')
    await heading(operator, 'Aprovisionamiento')
    await expectSound(operator)
    await look(operator, 'aprovisionar')
    for (const offer of ['Nimbus Office Empresa', 'Nimbus Clásico E1']) {
      await press(operator, `Aprovisionada: ${offer}, ${customer().name}`)
      await confirm(operator, 'Aprovisionada')
      await inside(operator, 'La suscripción está activa.').first().waitFor()
      await operator.getByRole('button', { name: `Aprovisionada: ${offer}, ${customer().name}`, exact: true }).waitFor({ state: 'detached' })
    }
    await agent.reload()
    await row(agent, /Nimbus Office Empresa.*Activa/).waitFor()
    await look(agent, 'lista')
  })

  it('cambia sus licencias y ve antes lo que cuesta [S4.10]', async () => {
    await agent.getByRole('link', { name: 'Nimbus Office Empresa' }).click()
    await heading(agent, 'Nimbus Office Empresa')
    await inside(agent, '126,00 €').first().waitFor()
    await expectSound(agent)
    await press(agent, 'Cambiar licencias')
    await agent.getByRole('textbox', { name: 'Licencias' }).fill('14')
    await inside(agent, 'Por el resto de este ciclo: 21,00 €. Desde el siguiente: 147,00 €.').waitFor()
    await expectSound(agent)
    await press(agent, 'Guardar')
    await inside(agent, 'Licencias de 12 a 14, por el resto del ciclo').waitFor()
    await look(agent, 'suscripcion')
  })

  it('la suspende y la reactiva [S0.L3.3]', async () => {
    await press(agent, 'Suspender')
    await expectSound(agent)
    await confirm(agent, 'Suspender')
    await inside(agent, 'Los datos se eliminan el').waitFor()
    await expectSound(agent)
    await look(agent, 'suspendida')
    await press(agent, 'Reactivar')
    await confirm(agent, 'Reactivar')
    await agent.getByRole('button', { name: 'Cambiar licencias' }).waitFor()
  })

  it('no puede quitar al cliente mientras queda algo activo; lo resuelve con un clic cada vez [S0.L3.2] [S0.L3.5]', async () => {
    await agent.goto(`/partner/customers/${customer().id}/removal`)
    await heading(agent, 'Quitar relación de cliente')
    await inside(agent, 'Hay una suscripción activa.').first().waitFor()
    await expectSound(agent)
    await look(agent, 'bloqueos')
    await press(agent, 'Cancelar: Nimbus Office Empresa')
    await press(agent, 'Suspender: Nimbus Clásico E1')
    await inside(agent, 'Ninguna suscripción vendida por este partner').waitFor()
    await expectSound(agent)
  })
})
