import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, inside, linkMailedTo } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Una organización lleva sus propias cuentas: quién entra, con qué roles, y qué se registra de todo ello. */
const play = stage()
const password = 'cuatro palabras sin relación alguna'

describe('las personas de un partner', () => {
  let admin: Page
  beforeAll(async () => {
    admin = await play.signIn(play.person('public-direct-bill', 'globalAdmin'))
    await admin.goto('/partner/settings/people')
    await admin.getByRole('heading', { level: 1, name: 'Personas y roles' }).waitFor()
  })

  it('se invitan con sus roles, y cada rol dice lo que permite', async () => {
    await admin.getByRole('button', { name: 'Invitar a una persona' }).click()
    const drawer = admin.getByRole('dialog', { name: 'Invitar a una persona' })
    await drawer.getByText('Nunca trabaja en sus organizaciones.', { exact: false }).waitFor()
    await drawer.getByRole('button', { name: 'Invitar', exact: true }).click()
    await drawer.getByRole('link', { name: /Dirección de correo/ }).waitFor()
    await expectSound(admin)
    await drawer.getByLabel('Nombre para mostrar').fill('Iria Sobral')
    await drawer.getByLabel('Dirección de correo').fill('iria@correo.example')
    expect(await drawer.getByLabel('Nombre de usuario').inputValue()).toMatch(/^iria@/)
    await drawer.getByRole('checkbox', { name: 'Agente de ventas' }).check()
    await drawer.getByRole('button', { name: 'Invitar', exact: true }).click()
    await inside(admin, 'Se ha invitado a Iria Sobral').waitFor()
    await admin.getByRole('row', { name: /Iria Sobral/ }).getByText('Invitada').waitFor()
    await expectSound(admin)
  })

  it('eligen la contraseña con el vínculo del mensaje, y la nube les pide un segundo paso', async () => {
    const page = await play.visit(await linkMailedTo(play, 'iria@correo.example'))
    await page.getByRole('heading', { level: 1, name: 'Le damos la bienvenida, Iria Sobral' }).waitFor()
    await page.getByLabel('Contraseña nueva').fill(password)
    await page.getByLabel('Repita la contraseña').fill(password)
    await page.getByRole('button', { name: 'Guardar la contraseña' }).click()
    await page.getByRole('link', { name: 'Iniciar sesión' }).click()
    await page.locator('input[autocomplete="username"]').fill((await userNameShown()) ?? '')
    await page.locator('input[type="password"]').fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Proteja su cuenta' }).waitFor()
    await expectSound(page)
  })

  /** As the list shows it below the name. */
  const userNameShown = () => admin.getByRole('row', { name: /Iria Sobral/ }).getByText(/^iria@/).textContent()

  it('no se quitan a sí mismas el rol de administrador, y la página dice por qué', async () => {
    const own = play.person('public-direct-bill', 'globalAdmin')
    await admin.getByRole('button', { name: `Cambiar ${own.displayName}` }).click()
    const drawer = admin.getByRole('dialog', { name: own.displayName })
    const role = drawer.getByRole('checkbox', { name: 'Administrador global' })
    expect([await role.isChecked(), await role.isDisabled()]).toEqual([true, true])
    await drawer.getByText('Nadie se quita este rol a sí mismo', { exact: false }).waitFor()
    await expectSound(admin)
    await admin.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  it('que llevan los usuarios no dan ni tocan lo que no son', async () => {
    const page = await play.signIn(play.person('public-direct-bill', 'userManagementAdmin'), { width: 320 })
    await page.goto('/partner/settings/people')
    await page.getByRole('button', { name: 'Invitar a una persona' }).click()
    const role = page.getByRole('dialog').getByRole('checkbox', { name: 'Administrador global' })
    await role.waitFor()
    expect(await role.isDisabled()).toBe(true)
    await inside(page, 'Este rol solo lo asigna o lo quita alguien con el rol Administrador global.').waitFor()
    await expectSound(page)
    await page.keyboard.press('Escape')
    const admin = play.person('public-direct-bill', 'globalAdmin')
    expect(await page.getByRole('button', { name: `Cambiar ${admin.displayName}` }).getAttribute('aria-disabled')).toBe('true')
  })

  it('pierden su sesión en el acto cuando alguien las deshabilita', async () => {
    const billing = play.person('public-direct-bill', 'billingAdmin')
    const page = await play.signIn(billing)
    await admin.getByRole('button', { name: `Mostrar los detalles de ${billing.displayName}` }).click()
    await admin.getByRole('button', { name: 'Deshabilitar', exact: true }).click()
    const dialog = admin.getByRole('dialog', { name: `¿Deshabilitar a ${billing.displayName}?` })
    await dialog.getByText('se cierran en el acto', { exact: false }).waitFor()
    await expectSound(admin)
    await dialog.getByRole('button', { name: 'Deshabilitar' }).click()
    await inside(admin, `Se ha deshabilitado a ${billing.displayName}`).waitFor()
    await page.goto('/partner/activity')
    await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
  })
})

describe('el perfil de la organización', () => {
  it('no pisa sin avisar lo que otra persona guardó entretanto', async () => {
    const one = await play.signIn(play.person('public-indirect-provider', 'globalAdmin'))
    const other = await one.context().newPage()
    for (const page of [one, other]) {
      await page.goto('/partner/settings/profile')
      await page.getByRole('region', { name: 'Contacto y configuración regional' }).getByRole('button', { name: 'Editar' }).click()
    }
    await other.getByLabel('Persona de contacto').fill('Clara Montes')
    await other.getByRole('button', { name: 'Guardar' }).click()
    await inside(other, 'Cambios guardados').waitFor()
    await one.getByLabel('Correo de contacto').fill('contacto@correo.example')
    await one.getByRole('button', { name: 'Guardar' }).click()
    await one.getByRole('heading', { name: 'Otra persona ha guardado antes' }).waitFor()
    await inside(one, 'Ahora: Clara Montes').waitFor()
    await expectSound(one)
    await one.getByRole('button', { name: 'Guardar mis cambios encima' }).click()
    await inside(one, 'Cambios guardados').waitFor()
    const contact = one.getByRole('region', { name: 'Contacto y configuración regional' })
    await contact.getByText('Clara Montes').waitFor()
    await contact.getByText('contacto@correo.example').waitFor()
  })
})

describe('la seguridad de la propia cuenta', () => {
  it('muestra los códigos de recuperación nuevos una sola vez', async () => {
    const page = await play.signIn(play.person('public-indirect-reseller', 'globalAdmin'))
    await page.goto('/partner/settings/security')
    await page.getByRole('button', { name: 'Obtener códigos de recuperación nuevos' }).click()
    await page.getByRole('heading', { name: 'Guarde los códigos de recuperación' }).waitFor()
    const codes = page.getByRole('listitem').filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ })
    expect(await codes.count()).toBe(10)
    await expectSound(page)
    await page.getByRole('button', { name: 'Copiar los códigos de recuperación' }).click()
    const [first] = await codes.allTextContents()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(first)
    await page.getByRole('checkbox', { name: 'He guardado los códigos de recuperación' }).check()
    await page.getByRole('button', { name: 'Continuar' }).click()
    await inside(page, 'Quedan 10 códigos de recuperación.').waitFor()
    expect(await codes.count()).toBe(0)
  })

  it('no deja quitar el segundo paso donde la nube lo exige, y lo dice', async () => {
    const page = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
    await page.goto('/partner/settings/security')
    await inside(page, 'Esta nube exige un segundo paso a todos los partners.').waitFor()
    expect(await page.getByRole('button', { name: 'Quitar la aplicación de autenticación' }).getAttribute('aria-disabled')).toBe('true')
    await expectSound(page)
  })

  it('cierra una sesión de otro lugar, y después todas', async () => {
    const person = play.person('public-customer-related', 'billingAdministrator')
    const here = await play.signIn(person)
    const there = await play.signIn(person)
    await here.goto('/admin/settings/security')
    await here.getByRole('button', { name: /^Cerrar la sesión/ }).first().click()
    await inside(here, 'La sesión se ha cerrado').waitFor()
    await there.goto('/admin/users')
    await there.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await here.getByRole('button', { name: 'Cerrar sesión en todas partes' }).click()
    await here.getByRole('button', { name: 'Cerrar todas las sesiones' }).click()
    await here.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await expectSound(here)
  })
})

describe('el registro de actividad', () => {
  it('cuenta a ambos lados lo mismo, y se filtra por quién está al otro lado', async () => {
    const partner = play.demo.tenants.find(({ key }) => key === 'public-direct-bill')!
    const customer = play.demo.tenants.find(({ key }) => key === 'public-customer-related')!
    const agent = await play.signIn(play.person('public-direct-bill', 'salesAgent'))
    await agent.goto('/partner/activity')
    await agent.getByRole('combobox', { name: 'Cliente' }).pressSequentially(customer.name.slice(0, 12))
    await agent.getByRole('option', { name: customer.name }).click()
    await agent.waitForURL(/counterpart=/)
    await inside(agent, /firmó el contrato de cliente/).waitFor()
    await expectSound(agent)
    const admin = await play.signIn(play.person('public-customer-related', 'globalAdministrator'), { width: 320 })
    await admin.goto(`/admin/activity?counterpart=${partner.id}`)
    await inside(admin, /firmó el contrato de cliente/).waitFor()
    await admin.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await inside(admin, 'Id. del evento').waitFor()
    await expectSound(admin)
  })

  it('dice también lo que se rechazó, y por qué', async () => {
    const helpdesk = play.person('public-direct-bill', 'helpdeskAgent')
    const ask = asProgram(play, helpdesk, 'POST', '/relationship-requests', { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 30 })
    await expect(ask).rejects.toThrow('403')
    const page = await play.signIn(helpdesk)
    await page.goto('/partner/activity')
    await page.getByRole('combobox', { name: 'Tipo' }).selectOption({ label: 'Acción rechazada' })
    const row = page.getByRole('row', { name: new RegExp(helpdesk.displayName) }).first()
    await row.getByText('Rechazado').waitFor()
    await row.getByText('El rol de esta cuenta no lo permite.', { exact: false }).waitFor()
    await expectSound(page)
  })
})
