import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, asked, asProgram, inside, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Servicios de uso y Autopilot, en los dos portales y sin privilegios de administración. Each step stands on the one before. */
const play = stage()
let agent: Page
let admin: Page

const firm = () => tenant(play, 'public-customer-without-privileges')
const seller = () => play.person('public-direct-bill', 'adminAgent')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

/** Keeps a picture where somebody asked for them: STORY_LOOKS=folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_LOOKS
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function aFile(...rows: string[]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'vinculo-dispositivos-')), 'dispositivos.csv')
  await writeFile(file, ['Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model', ...rows, ''].join('\r\n'))
  return file
}

/** A batch through the drawer that is open: checked first, then added. */
async function addBatch(page: Page, batch: string, rows: string[], then: string): Promise<void> {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: 'Lote' }).fill(batch)
  await drawer.locator('input[type=file]').setInputFiles(await aFile(...rows))
  await drawer.getByRole('button', { name: 'Revisar archivo' }).click()
  await drawer.getByRole('button', { name: then, exact: true }).waitFor()
  await expectSound(page)
  await look(page, `lote-${batch}`)
  await drawer.getByRole('button', { name: then, exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
}

beforeAll(async () => {
  agent = await play.signIn(seller())
  admin = await play.signIn(play.person('public-customer-without-privileges', 'globalAdministrator'))
})

describe('un partner con relación y sin privilegios', () => {
  it('no puede aprovisionar nada sin un plan de uso, y lo ve con su motivo', async () => {
    await agent.goto(`/partner/customers/${firm().id}/usage`)
    await inside(agent, 'Aún no hay suscripciones de uso').waitFor()
    await expect(agent.getByRole('button', { name: 'Aprovisionar suscripción de uso' }).getAttribute('aria-disabled')).resolves.toBe('true')
    await expectSound(agent)
    await look(agent, 'uso-vacio')
  })

  it('aprovisiona debajo de su plan, y sus agentes de administración son propietarios al momento [S0.6] [S3.7] [S0.L1.11]', async () => {
    const order = await asProgram<{ subscriptions: { subscriptionId: string }[] }>(play, seller(), 'POST', `/customers/${firm().id}/orders`, { lines: [{ catalogItemId: 'CUMULUS:PLAN:EUROPE1', term: 'P1M', billingCycle: 'monthly', quantity: 1 }] })
    await asProgram(play, play.person('operator', 'operator'), 'POST', `/operator/provisioning/${order.subscriptions[0]!.subscriptionId}/fulfilment`, {})
    await agent.reload()
    await press(agent, 'Aprovisionar suscripción de uso')
    await agent.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).fill('Servidores de Laredo')
    await expectSound(agent)
    await look(agent, 'uso-aprovisionar')
    await confirm(agent, 'Aprovisionar suscripción de uso')
    await row(agent, /Servidores de Laredo Cúmulus, plan de uso.*Activa.*Sus agentes de administración, desde el/).waitFor()
    await expectSound(agent)
    await look(agent, 'uso')
  })

  it('la gestiona: cambia el nombre, la suspende y la reactiva [S0.6] [S3.7]', async () => {
    await press(agent, 'Cambiar nombre: Servidores de Laredo')
    await agent.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).fill('Servidores de Colindres')
    await confirm(agent, 'Guardar')
    await press(agent, 'Suspender: Servidores de Colindres')
    await expectSound(agent)
    await confirm(agent, 'Suspender')
    await row(agent, /Servidores de Colindres.*Suspendida/).waitFor()
    await press(agent, 'Reactivar: Servidores de Colindres')
    await confirm(agent, 'Reactivar')
    await row(agent, /Servidores de Colindres.*Activa/).waitFor()
  })
})

describe('el cliente', () => {
  it('ve quién es propietario, como grupo ajeno a su directorio, y lo quita al momento [S0.L1.12]', async () => {
    await admin.getByRole('navigation').getByRole('link', { name: 'Servicios de uso' }).first().click()
    await heading(admin, 'Servicios de uso')
    await press(admin, /Servidores de Colindres/)
    await inside(admin, 'Grupo ajeno: agentes de administración').waitFor()
    await expectSound(admin)
    await look(admin, 'uso-cliente')
    await press(admin, /^Quitar a /)
    await expectSound(admin)
    await confirm(admin, 'Quitar')
    await inside(admin, /^Propiedad retirada por .* el /).waitFor()
    await agent.reload()
    await row(agent, /Servidores de Colindres.*El cliente quitó a sus agentes el/).waitFor()
    await expect(agent.getByRole('button', { name: /Suspender/ }).count()).resolves.toBe(0)
    await expectSound(agent)
    await look(agent, 'uso-sin-propietario')
  })

  it('se lo devuelve cuando quiere', async () => {
    await press(admin, 'Nombrar propietario: Servidores de Colindres')
    await expectSound(admin)
    await look(admin, 'uso-nombrar')
    await admin.getByRole('dialog').getByRole('combobox', { name: 'A quién' }).selectOption({ label: tenant(play, 'public-direct-bill').name })
    await confirm(admin, 'Nombrar propietario')
    await inside(admin, /^Nombramiento de .*, el /).waitFor()
    await agent.reload()
    await press(agent, 'Cancelar: Servidores de Colindres')
    await confirm(agent, 'Cancelar suscripción')
    await row(agent, /Servidores de Colindres.*Cancelada/).waitFor()
  })
})

describe('otro partner con privilegios de administración', () => {
  it('no recibe nada sobre lo que ya existía al aceptarse su invitación [S0.L1.10]', async () => {
    const late = play.person('public-indirect-provider', 'adminAgent')
    const list = `/customers/${firm().id}/usage-subscriptions`
    const { plans } = await asProgram<{ plans: { planId: string }[] }>(play, seller(), 'GET', list)
    await asProgram(play, seller(), 'POST', list, { planId: plans[0]!.planId, name: 'Copias de seguridad' })
    const request = await asked(play, late, { customer: { domain: firm().primaryDomain }, askPrivileges: true })
    await admin.goto(request.link)
    await acceptHere(admin)
    const other = await play.signIn(late)
    await other.goto(`/partner/customers/${firm().id}/usage`)
    await inside(other, 'Aún no hay suscripciones de uso').waitFor()
    await expect(other.getByText('Copias de seguridad').count()).resolves.toBe(0)
    await admin.goto('/admin/usage')
    await row(admin, /Copias de seguridad.*Activa/).waitFor()
  })
})

describe('Autopilot', () => {
  it('el partner crea un perfil, agrega dispositivos y se lo asigna, solo con la relación [S0.L1.13]', async () => {
    await agent.goto(`/partner/customers/${firm().id}/devices`)
    await inside(agent, 'Aún no hay dispositivos').waitFor()
    await expectSound(agent)
    await look(agent, 'dispositivos-vacio')
    await press(agent, 'Crear perfil')
    await agent.getByRole('dialog').getByRole('textbox', { name: 'Nombre del perfil' }).fill('Oficina')
    await agent.getByRole('checkbox', { name: 'Omitir los términos de licencia' }).check()
    await expectSound(agent)
    await look(agent, 'perfil')
    await confirm(agent, 'Guardar')
    await inside(agent, 'Omitir los términos de licencia').waitFor()
    await press(agent, 'Agregar dispositivos')
    await addBatch(agent, 'Pedido 12', ['SN-1001,,,Contoso,Slate 13', 'SN-1002,,,Contoso,Slate 13', 'SN-1003,,,,'], 'Agregar 2 dispositivos')
    await press(agent, 'Asignar perfil a SN-1001')
    await agent.getByRole('dialog').getByRole('combobox', { name: 'Perfil' }).selectOption({ label: 'Oficina' })
    await agent.getByRole('checkbox', { name: /También a los demás del lote «Pedido 12»/ }).check()
    await expectSound(agent)
    await confirm(agent, 'Guardar')
    await row(agent, /SN-1002.*Pedido 12.*Oficina/).waitFor()
    await row(agent, /SN-1001.*Pedido 12.*Oficina/).waitFor()
    await expectSound(agent)
    await look(agent, 'dispositivos')
  })

  it('el cliente ve todos los suyos; los que carga él no los ve ningún partner [S0.L1.13]', async () => {
    await admin.getByRole('navigation').getByRole('link', { name: 'Dispositivos' }).first().click()
    await heading(admin, 'Dispositivos')
    await row(admin, /SN-1001.*Oficina/).waitFor()
    await press(admin, 'Cargar dispositivos')
    await addBatch(admin, 'Propios', ['SN-9001,,,Contoso,Slate 11'], 'Agregar 1 dispositivo')
    await row(admin, /SN-9001.*Propios.*Ninguno.*por su organización/).waitFor()
    await expectSound(admin)
    await look(admin, 'dispositivos-cliente')
    await agent.reload()
    await row(agent, /SN-1001/).waitFor()
    await expect(row(agent, /SN-9001/).count()).resolves.toBe(0)
    await press(agent, 'Quitar SN-1002')
    await confirm(agent, 'Quitar')
    await row(agent, /SN-1002/).waitFor({ state: 'detached' })
  })
})
