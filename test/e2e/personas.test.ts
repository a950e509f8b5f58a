import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { choosePasswordByMail, enrolSecondFactor, inside, linkMailedTo, nameAndPassword, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Quién puede qué, y cómo entra y sale cada persona. Each step stands on the one before. */
const play = stage()
let admin: Page
let sales: Page
let helpdesk: Page
let customerAdmin: Page
let colleague: Page

const firm = () => tenant(play, 'public-customer-related')
const account = (page: Page) => page.goto(`/partner/customers/${firm().id}/account`)
const list = (page: Page) => page.goto(`/partner/customers?search=${firm().primaryDomain}`)

interface Colleague {
  readonly name: string
  readonly mail: string
  readonly role: string
}

async function invite(page: Page, { name, mail, role }: Colleague): Promise<void> {
  await page.getByRole('button', { name: 'Invitar a una persona' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel(/^Nombre para mostrar/).fill(name)
  await drawer.getByLabel(/^Dirección de correo/).fill(mail)
  await drawer.getByLabel(/^Nombre de usuario/).fill(mail)
  await drawer.getByRole('checkbox', { name: role, exact: true }).check()
  await expectSound(page)
  await drawer.getByRole('button', { name: 'Invitar', exact: true }).click()
  await inside(page, `Se ha invitado a ${name}`).waitFor()
  await page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Invitada' }).waitFor()
  await expectSound(page)
}

/** A button or link that is there for everybody, and whether it is live for this person. */
async function isLive(page: Page, name: RegExp): Promise<boolean> {
  const act = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()
  await act.waitFor()
  return (await act.getAttribute('aria-disabled')) === null
}

beforeAll(async () => {
  admin = await play.signIn(play.person('public-direct-bill', 'globalAdmin'))
  helpdesk = await play.signIn(play.person('public-direct-bill', 'helpdeskAgent'))
  customerAdmin = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
})

describe('las personas de un partner', () => {
  const nuria = { name: 'Nuria Salinera', mail: 'nuria@nimboclaro.example', role: 'Agente de ventas' }
  const password = 'sal gorda sobre la mesa azul'

  it('se invitan por correo, con sus roles', async () => {
    await admin.goto('/partner/settings/people')
    await invite(admin, nuria)
  })

  it('eligen contraseña con el vínculo del mensaje y configuran el segundo paso que exige la nube', async () => {
    sales = await choosePasswordByMail(play, nuria.mail, password)
    await nameAndPassword(sales, nuria.mail, password)
    await enrolSecondFactor(sales)
    await sales.getByRole('heading', { level: 1, name: 'Clientes' }).waitFor()
    await expectSound(sales)
  })

  it('con el rol de agente de ventas ven la lista y solicitan relaciones, pero no las quitan [S3.1, S4.6, S0.L1.1]', async () => {
    await list(sales)
    await sales.getByRole('row', { name: firm().name }).waitFor()
    expect(await isLive(sales, /Nueva relación/)).toBe(true)
    await sales.getByRole('link', { name: /Nueva relación/ }).click()
    await inside(sales, 'No hay nada que lo impida.').waitFor()
    await sales.getByRole('button', { name: 'Redactar el borrador' }).click()
    await sales.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    await account(sales)
    expect(await isLive(sales, /^Quitar relación de cliente/)).toBe(false)
    await sales.getByRole('button', { name: 'Quitar relación de cliente' }).hover()
    await inside(sales, 'Solo pueden quitar la relación los administradores globales y los agentes de administración.').waitFor()
  })

  it('con el rol de agente de soporte técnico ven la lista, pero no solicitan, y el botón dice por qué [S4.7]', async () => {
    await list(helpdesk)
    await helpdesk.getByRole('row', { name: firm().name }).waitFor()
    expect(await isLive(helpdesk, /Nueva relación/)).toBe(false)
    await helpdesk.getByRole('button', { name: /Nueva relación/ }).hover()
    await inside(helpdesk, 'Solo pueden invitar a clientes los administradores globales, los agentes de administración y los agentes de ventas.').waitFor()
    await helpdesk.goto('/partner/requests/new')
    await helpdesk.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
    expect(await isLive(helpdesk, /^Redactar el borrador/)).toBe(false)
    await expectSound(helpdesk)
  })

  it('con el rol de administrador global lo pueden todo: ver, solicitar y quitar [S1.2, S4.4]', async () => {
    await list(admin)
    await admin.getByRole('row', { name: firm().name }).waitFor()
    expect(await isLive(admin, /Nueva relación/)).toBe(true)
    await account(admin)
    expect(await isLive(admin, /^Quitar relación de cliente/)).toBe(true)
    await admin.getByRole('link', { name: 'Quitar relación de cliente' }).click()
    await admin.getByRole('heading', { name: 'Declaración' }).waitFor()
  })

  it('con el rol de agente de administración, también [S1.2, S3.1, S4.5, S0.L1.1]', async () => {
    await admin.goto('/partner/settings/people')
    await admin.getByRole('row').filter({ hasText: nuria.name }).getByRole('button', { name: `Cambiar ${nuria.name}` }).click()
    const drawer = admin.getByRole('dialog')
    await drawer.getByRole('checkbox', { name: 'Agente de ventas', exact: true }).uncheck()
    await drawer.getByRole('checkbox', { name: 'Agente de administración', exact: true }).check()
    await expectSound(admin)
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await inside(admin, `Se han guardado los cambios de ${nuria.name}`).waitFor()
    // Roles take effect at once, in the session that is open.
    await account(sales)
    expect(await isLive(sales, /^Quitar relación de cliente/)).toBe(true)
    await list(sales)
    expect(await isLive(sales, /Nueva relación/)).toBe(true)
  })
})

describe('las personas de un cliente', () => {
  const vega = { name: 'Vega Marisma', mail: 'vega@playamansa.example', role: 'Administrador de facturación' }
  const password = 'faro blanco con niebla de julio'
  let elsewhere: Page

  it('se invitan desde Usuarios y entran con la contraseña que eligen', async () => {
    await customerAdmin.goto('/admin/users')
    await invite(customerAdmin, vega)
    colleague = await choosePasswordByMail(play, vega.mail, password)
    await nameAndPassword(colleague, vega.mail, password)
    await colleague.getByRole('heading', { level: 1, name: 'Relaciones con los partners' }).waitFor()
  })

  it('ven todas sus sesiones y las cierran de una vez', async () => {
    elsewhere = await play.visit('/admin/sign-in')
    await nameAndPassword(elsewhere, vega.mail, password)
    await elsewhere.getByRole('heading', { level: 1, name: 'Relaciones con los partners' }).waitFor()
    await colleague.goto('/admin/settings/security')
    await inside(colleague, 'Este dispositivo').waitFor()
    expect(await colleague.getByText(/^Inicio: /).count()).toBe(2)
    await expectSound(colleague)
    await colleague.getByRole('button', { name: 'Cerrar sesión en todas partes' }).click()
    await colleague.getByRole('dialog').getByRole('button', { name: 'Cerrar todas las sesiones' }).click()
    await colleague.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await elsewhere.reload()
    await elsewhere.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await expectSound(elsewhere)
  })

  it('si olvidan la contraseña eligen otra con el vínculo que reciben, y la anterior ya no sirve', async () => {
    await colleague.goto('/admin/sign-in')
    await colleague.getByRole('link', { name: '¿Ha olvidado la contraseña?' }).click()
    // The page before has such a field too.
    await colleague.getByRole('heading', { level: 1, name: 'Restablecer la contraseña' }).waitFor()
    await colleague.getByLabel(/^Nombre de usuario/).fill(vega.mail)
    await expectSound(colleague)
    await colleague.getByRole('button', { name: 'Enviar el vínculo' }).click()
    await colleague.getByRole('heading', { level: 1, name: 'Revise el buzón de correo' }).waitFor()
    await expectSound(colleague)
    await colleague.goto(await linkMailedTo(play, vega.mail))
    await colleague.getByLabel(/^Contraseña nueva/).fill('otra barca, otro puerto, otro mar')
    await colleague.getByLabel(/^Repita la contraseña/).fill('otra barca, otro puerto, otro mar')
    await expectSound(colleague)
    await colleague.getByRole('button', { name: 'Guardar la contraseña' }).click()
    await inside(colleague, 'La contraseña se ha cambiado.').waitFor()
    await colleague.goto('/admin/sign-in')
    await nameAndPassword(colleague, vega.mail, password)
    await inside(colleague, 'No se pudo iniciar sesión').waitFor()
    await expectSound(colleague)
    await nameAndPassword(colleague, vega.mail, 'otra barca, otro puerto, otro mar')
    await colleague.getByRole('heading', { level: 1, name: 'Relaciones con los partners' }).waitFor()
  })
})
