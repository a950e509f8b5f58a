import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { choosePassword, inside, nameAndPassword, tenant } from '../support/acts.ts'
import { headingOf } from '../support/browser.ts'
import { expectSound, stage } from '../support/story.ts'

/** Un partner administra los usuarios de un cliente, y el cliente lo mismo en su portal. Each step stands on the one before. */
const play = stage()
let agent: Page
let admin: Page
let user: Page
let temporary = ''

const name = 'Irene Salado Cuesta'
const password = 'cuatro barcas verdes al alba'
const firm = () => tenant(play, 'public-customer-related')
const userName = () => `irene@${firm().primaryDomain}`
const row = (page: Page) => page.getByRole('row').filter({ hasText: userName() })

/** What the sheet that is shown once says. */
async function takeCredentials(page: Page): Promise<string> {
  const sheet = page.getByRole('dialog').or(page.getByRole('alertdialog')).last()
  await sheet.getByRole('button', { name: 'Listo' }).waitFor()
  await expectSound(page)
  const shown = /[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/.exec((await sheet.textContent()) ?? '')
  expect(shown).not.toBeNull()
  await sheet.getByRole('button', { name: 'Listo' }).click()
  return shown![0]
}

const openDetails = async (page: Page) => {
  await row(page).waitFor()
  await row(page).getByRole('button', { name: /Mostrar los detalles/ }).click()
}

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
  admin = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
})

describe('los usuarios de un cliente', () => {
  it('los agrega el partner con privilegios, en nombre del cliente [S0.L1.2]', async () => {
    await agent.goto(`/partner/customers/${firm().id}/users`)
    await inside(agent, /Administra estos usuarios en nombre del cliente/).waitFor()
    await inside(agent, /los roles con los que usted trabaja aquí son implícitos/).waitFor()
    await row(agent).first().waitFor({ state: 'detached' })
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Agregar usuario' }).click()
    const drawer = agent.getByRole('dialog')
    await drawer.getByLabel(/^Nombre de usuario/).fill(userName())
    await drawer.getByLabel(/^Nombre de pila/).fill('Irene')
    await drawer.getByLabel(/^Apellidos/).fill('Salado Cuesta')
    await drawer.getByLabel(/^Nombre para mostrar/).fill(name)
    await drawer.getByLabel(/^Ubicación de uso/).selectOption({ label: 'España' })
    await expectSound(agent)
    await drawer.getByRole('button', { name: 'Agregar', exact: true }).click()
    temporary = await takeCredentials(agent)
    await row(agent).waitFor()
  })

  it('el cliente los ve al momento en su propio portal, con quién lo hizo', async () => {
    await admin.goto('/admin/users')
    await admin.getByRole('searchbox').fill('irene')
    await row(admin).waitFor()
    await inside(admin, /Los partners con privilegios de administración no figuran/).waitFor()
    await expectSound(admin)
    await admin.goto('/admin/activity')
    await inside(admin, new RegExp(`creó la cuenta de ${name}`)).first().waitFor()
  })

  it('reciben un rol del partner, con su propia identidad y no la del partner [S0.L1.7]', async () => {
    await row(agent).getByRole('button', { name: `Cambiar ${name}` }).click()
    const drawer = agent.getByRole('dialog')
    await drawer.getByRole('checkbox', { name: 'Administrador de facturación', exact: true }).check()
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await inside(agent, `Se han guardado los cambios de ${name}`).waitFor()
    await admin.goto('/admin/users?role=billingAdministrator')
    await row(admin).waitFor()
    expect(await admin.getByText(play.person('public-direct-bill', 'adminAgent').displayName).count()).toBe(0)
    await expectSound(admin)
  })

  it('reciben otra contraseña temporal y entran con la suya', async () => {
    await openDetails(agent)
    await agent.getByRole('button', { name: 'Restablecer contraseña' }).click()
    await agent.getByRole('dialog').or(agent.getByRole('alertdialog')).getByRole('button', { name: 'Restablecer contraseña' }).click()
    const before = temporary
    temporary = await takeCredentials(agent)
    expect(temporary).not.toBe(before)
    user = await play.visit('/admin/sign-in')
    await nameAndPassword(user, userName(), before)
    await inside(user, 'No se pudo iniciar sesión').waitFor()
    await nameAndPassword(user, userName(), temporary)
    await headingOf(user).filter({ hasNotText: 'Iniciar sesión' }).waitFor()
    await choosePassword(user, password)
    await nameAndPassword(user, userName(), password)
    await user.getByRole('heading', { level: 1, name: 'Relaciones con los partners' }).waitFor()
  })

  it('el cliente los elimina, y con ello acaban sus sesiones', async () => {
    await admin.goto('/admin/users?search=irene')
    await openDetails(admin)
    await admin.getByRole('button', { name: 'Quitar de la organización' }).click()
    await admin.getByRole('dialog').or(admin.getByRole('alertdialog')).getByRole('button', { name: 'Quitar', exact: true }).click()
    await admin.getByRole('button', { name: `Restaurar a ${name}` }).waitFor()
    await expectSound(admin)
    await user.reload()
    await user.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
  })

  it('los restaura durante 30 días, y vuelven a entrar', async () => {
    await admin.getByRole('button', { name: `Restaurar a ${name}` }).click()
    await admin.getByRole('dialog').getByRole('button', { name: 'Restaurar', exact: true }).click()
    temporary = await takeCredentials(admin)
    await row(admin).first().waitFor()
    await nameAndPassword(user, userName(), temporary)
    await headingOf(user).filter({ hasNotText: 'Iniciar sesión' }).waitFor()
    await choosePassword(user, password)
    await nameAndPassword(user, userName(), password)
    await user.getByRole('heading', { level: 1, name: 'Relaciones con los partners' }).waitFor()
  })
})
