import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, inside, linkMailedTo } from '../support/acts.ts'
import { headingOf, openBrowser } from '../support/browser.ts'
import { sqlIn } from '../support/demo-database.ts'
import { openIdProvider, type TestProvider } from '../support/openid-provider.ts'
import { expectSound, stage } from '../support/story.ts'

/** Claves de acceso, el segundo paso perdido, el cambio de correo y quien se va. Each step stands on the one before. */
const play = stage({ OIDC_ALLOW: '127.0.0.0/8' })
let page: Page
let device: CDPSession

const noa = () => play.person('public-customer-unrelated', 'globalAdministrator')

/** A device that verifies its holder, as Chromium offers it to tests. */
async function giveDevice(to: Page): Promise<CDPSession> {
  const session = await to.context().newCDPSession(to)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return session
}

const signOut = async () => {
  // A page that arrives takes the focus, and an open menu closes.
  await headingOf(page).waitFor()
  await page.getByRole('button', { name: /^Cuenta/ }).click()
  await page.getByRole('button', { name: 'Cerrar sesión', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
}

beforeAll(async () => {
  page = await play.signIn(noa())
  device = await giveDevice(page)
  await page.goto('/admin/settings/security')
})

describe('una clave de acceso', () => {
  it('se añade con un nombre', async () => {
    await page.getByText('Todavía no hay ninguna clave de acceso.').waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: 'Añadir una clave de acceso' }).click()
    await page.getByRole('textbox', { name: 'Nombre' }).fill('Portátil de Noa')
    await expectSound(page)
    await page.getByRole('button', { name: 'Continuar' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Portátil de Noa' }).waitFor()
    await expectSound(page)
  })

  it('se reconoce después por otro nombre', async () => {
    await page.getByRole('button', { name: 'Cambiar el nombre de Portátil de Noa' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('textbox', { name: 'Nombre' }).fill('Portátil de la oficina')
    await expectSound(page)
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Portátil de la oficina' }).waitFor()
  })

  it('abre la cuenta sin nombre, contraseña ni código', async () => {
    await signOut()
    await expectSound(page)
    await page.getByRole('button', { name: 'Iniciar sesión con una clave de acceso' }).click()
    await page.getByRole('navigation').first().waitFor()
    await page.goto('/admin/settings/security')
    await page.getByRole('listitem').filter({ hasText: 'Portátil de la oficina' }).waitFor()
    await page.setViewportSize({ width: 320, height: 720 })
    await expectSound(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('sirve en lugar del código, y allí se lee qué hacer sin nada de ello', async () => {
    await signOut()
    await page.locator('input[autocomplete="username"]').fill(noa().userPrincipalName)
    await page.locator('input[type="password"]').fill(noa().password)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '¿Ha perdido la aplicación de autenticación y las claves de acceso?' }).click()
    await page.getByText('Si usted es el único administrador, pídaselo al operador').waitFor()
    await expectSound(page)
    await page.setViewportSize({ width: 320, height: 720 })
    await expectSound(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'Iniciar sesión con una clave de acceso' }).click()
    await page.getByRole('navigation').first().waitFor()
  })

  it('que el dispositivo no confirma no abre nada, y se dice', async () => {
    await signOut()
    await device.send('WebAuthn.disable')
    await device.send('WebAuthn.enable')
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: false, automaticPresenceSimulation: true },
    })
    await page.getByRole('button', { name: 'Iniciar sesión con una clave de acceso' }).click()
    await page.getByText('No se ha usado ninguna clave de acceso').waitFor()
    await expectSound(page)
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    await play.enterCredentials(page, noa())
  })

  it('se quita y deja de servir', async () => {
    await page.goto('/admin/settings/security')
    await page.getByRole('button', { name: 'Quitar Portátil de la oficina' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Deja de abrir la cuenta en el acto.').waitFor()
    await expectSound(page)
    await dialog.getByRole('button', { name: 'Quitar', exact: true }).click()
    await page.getByText('Todavía no hay ninguna clave de acceso.').waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: 'Portátil de la oficina' }).count()).toBe(0)
  })
})

describe('otra dirección de correo', () => {
  it('se pide en el perfil y espera a que se confirme', async () => {
    await page.goto('/admin/settings/profile')
    await page.getByRole('button', { name: 'Cambiar la dirección' }).click()
    await page.getByLabel('Dirección de correo nueva').fill('noa.olivarde@otra.example')
    await expectSound(page)
    await page.getByRole('button', { name: 'Enviar el vínculo' }).click()
    await page.getByText('El vínculo se envió a noa.olivarde@otra.example').waitFor()
    await expectSound(page)
    await page.setViewportSize({ width: 320, height: 720 })
    await expectSound(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('cuenta desde que se confirma con el vínculo, que sirve una sola vez', async () => {
    const link = await linkMailedTo(play, 'noa.olivarde@otra.example')
    const elsewhere = await play.visit(link, { width: 320 })
    await elsewhere.getByText(`El correo de la cuenta ${noa().userPrincipalName} llegará a noa.olivarde@otra.example.`).waitFor()
    await expectSound(elsewhere)
    await elsewhere.getByRole('button', { name: 'Confirmar' }).click()
    await elsewhere.getByRole('heading', { level: 1, name: 'La dirección de correo está confirmada' }).waitFor()
    await expectSound(elsewhere)
    const again = await play.visit(link)
    await again.getByRole('link', { name: 'Ir al perfil' }).waitFor()
    await expectSound(again)
    await page.goto('/admin/settings/profile')
    await page.getByText('noa.olivarde@otra.example').waitFor()
    await page.getByText('Confirmada', { exact: true }).waitFor()
  })
})

describe('quien se va', () => {
  it('se quita de la organización, y se lee antes qué termina y qué queda', async () => {
    const admin = play.person('public-direct-bill', 'globalAdmin')
    const leaver = play.person('public-direct-bill', 'salesAgent')
    const [here, theirs] = [await play.signIn(admin), await play.signIn(leaver)]
    await here.goto('/partner/settings/people')
    await here.getByRole('row').filter({ hasText: leaver.userPrincipalName }).or(here.getByRole('row').filter({ hasText: leaver.displayName })).first().getByRole('button').first().click()
    await here.getByRole('button', { name: 'Quitar de la organización' }).click()
    const dialog = here.getByRole('dialog')
    await dialog.getByText('Durante 30 días se puede restaurar').waitFor()
    await expectSound(here)
    await dialog.getByRole('button', { name: 'Quitar', exact: true }).click()
    await here.getByText(`Se ha quitado a ${leaver.displayName} de la organización`).first().waitFor()
    await expectSound(here)
    await theirs.goto('/partner/customers')
    await theirs.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
  })
})

describe('el segundo paso perdido del último administrador', () => {
  it('lo quita el operador, que dice cómo lo ha comprobado', async () => {
    const operator = await play.signIn(play.person('operator', 'operator'))
    await operator.goto('/operator/lost-second-factor')
    await operator.getByLabel('Nombre de usuario del administrador').fill(noa().userPrincipalName)
    await operator.getByRole('button', { name: 'Quitar el segundo paso' }).click()
    await expectSound(operator)
    await operator.getByLabel('Cómo ha comprobado quién lo pide').fill('Llamada al teléfono del contrato')
    await operator.getByRole('button', { name: 'Quitar el segundo paso' }).click()
    await operator.getByText('Se ha quitado el segundo paso de').first().waitFor()
    await expectSound(operator)
    await operator.setViewportSize({ width: 320, height: 720 })
    await expectSound(operator)
  })
})

describe('el inicio de sesión con la propia organización', () => {
  let provider: TestProvider
  let ana: Page
  const admin = () => play.person('public-customer-related', 'globalAdministrator')

  it('se configura con el emisor, el id. y el secreto de cliente', async () => {
    provider = await openIdProvider([`${play.product.url}/admin/sign-in/return/${admin().tenantId}`])
    // Of its own, because it goes to another host: the page of the provider.
    ana = (await openBrowser(play.product.url)).page
    await ana.goto('/admin/sign-in')
    await play.enterCredentials(ana, admin())
    await ana.goto('/admin/settings/sign-in')
    await ana.getByText('No hay ningún proveedor configurado.').waitFor()
    await expectSound(ana)
    await ana.getByRole('button', { name: 'Configurar' }).click()
    await ana.getByLabel('Emisor').fill(`${provider.issuer}/`)
    await ana.getByLabel('Id. de cliente').fill(provider.clientId)
    await ana.getByLabel('Secreto de cliente').fill(provider.clientSecret)
    await ana.getByRole('button', { name: 'Guardar' }).click()
    await ana.getByText('no responde ningún proveedor OpenID').first().waitFor()
    await expectSound(ana)
    await ana.getByLabel('Emisor').fill(provider.issuer)
    await ana.getByRole('button', { name: 'Guardar' }).click()
    await ana.getByText('Activado', { exact: true }).waitFor()
    await expectSound(ana)
    await ana.setViewportSize({ width: 320, height: 720 })
    await expectSound(ana)
    await ana.setViewportSize({ width: 1280, height: 900 })
  })

  it('sirve a quien vincula su identidad', async () => {
    provider.account = { subject: 'ana', amr: ['pwd', 'otp'] }
    await ana.goto('/admin/settings/security')
    await ana.getByRole('button', { name: 'Vincular la identidad' }).click()
    await ana.getByText(`Su cuenta se abre con su identidad en ${provider.issuer}`).waitFor()
    await expectSound(ana)
  })

  it('abre la cuenta desde la página de inicio de sesión', async () => {
    const elsewhere = (await openBrowser(play.product.url, { width: 320 })).page
    await elsewhere.goto('/admin/sign-in')
    await elsewhere.getByRole('link', { name: 'Iniciar sesión con su organización' }).click()
    await elsewhere.getByLabel('Nombre de usuario o dominio de la organización').fill(admin().userPrincipalName)
    await expectSound(elsewhere)
    await elsewhere.getByRole('button', { name: 'Continuar' }).click()
    await elsewhere.waitForURL(/\/admin\/partners/)
    await headingOf(elsewhere).waitFor()
  })

  it('no abre nada a una identidad que nadie ha vinculado, y lo dice', async () => {
    provider.account = { subject: 'desconocida' }
    const elsewhere = (await openBrowser(play.product.url)).page
    await elsewhere.goto('/admin/sign-in/organization')
    await elsewhere.getByLabel('Nombre de usuario o dominio de la organización').fill(admin().userPrincipalName)
    await elsewhere.getByRole('button', { name: 'Continuar' }).click()
    await elsewhere.getByText('no está vinculada a ninguna cuenta de aquí').waitFor()
    await expectSound(elsewhere)
    await elsewhere.goto(`/admin/sign-in/return/${admin().tenantId}`)
    await elsewhere.getByRole('heading', { level: 1, name: 'El inicio de sesión no se ha completado' }).waitFor()
    await expectSound(elsewhere)
  })

  describe('cuando hay que confirmar quién es y no hay contraseña', () => {
    let berta: Page

    const showOff = async () => {
      await berta.getByRole('button', { name: 'Solicitar el fin' }).click()
      return berta.getByRole('dialog', { name: /fin/ })
    }
    const goProve = async () => {
      const question = berta.getByRole('dialog', { name: 'Confirme su identidad' })
      await question.waitFor()
      expect(await question.locator('input[type="password"]:visible').count()).toBe(0)
      await expectSound(berta)
      await question.getByRole('button', { name: 'Continuar con su organización' }).click()
    }

    it('quien se unió con su identidad va al proveedor; si allí lo deja, vuelve a su página y a lo que había escrito', async () => {
      const { primaryDomain } = play.demo.tenants.find(({ key }) => key === 'public-customer-related')!
      const mail = `berta@${primaryDomain}`
      await asProgram(play, admin(), 'POST', '/people', { displayName: 'Berta Lamas', userPrincipalName: mail, mail, roles: ['globalAdministrator'], language: 'es' })
      berta = (await openBrowser(play.product.url)).page
      await berta.goto(await linkMailedTo(play, mail))
      provider.account = { subject: 'berta', amr: ['pwd', 'otp'] }
      await berta.getByRole('button', { name: 'Unirse con la cuenta de su organización' }).click()
      await berta.waitForURL(/\/admin\/partners/)
      expect(await sqlIn(play.product, `update sessions s set stepped_up_at = now() - interval '16 minutes' from people p where p.id = s.person_id and p.user_principal_name = $1 returning p.password_hash`, [mail])).toEqual([{ password_hash: null }])
      await berta.getByRole('main').getByRole('link', { name: play.demo.tenants.find(({ key }) => key === 'public-direct-bill')!.name }).first().click()
      await berta.waitForURL(/\/admin\/partners\/[0-9a-f-]{36}/)
      const dialog = await showOff()
      await dialog.getByRole('textbox', { name: /Motivo/ }).fill('Nos fusionamos con otra empresa.')
      await dialog.getByRole('button', { name: 'Solicitar el fin' }).click()
      provider.account = null
      await goProve()
      await inside(berta, 'El inicio de sesión no se ha completado').waitFor()
      await expectSound(berta)
      await berta.getByRole('link', { name: 'Volver a la página de antes' }).click()
      await berta.waitForURL(/\/admin\/partners\/[0-9a-f-]{36}/)
    })

    it('y si lo confirma, hace lo que quería sin escribirlo otra vez', async () => {
      const page = berta.url()
      const dialog = await showOff()
      expect(await dialog.getByRole('textbox', { name: /Motivo/ }).inputValue()).toBe('Nos fusionamos con otra empresa.')
      await dialog.getByRole('button', { name: 'Solicitar el fin' }).click()
      provider.account = { subject: 'berta', amr: ['pwd', 'otp'] }
      await goProve()
      await berta.getByText('Identidad confirmada').first().waitFor()
      await berta.waitForURL(page)
      await expectSound(berta)
      const again = await showOff()
      expect(await again.getByRole('textbox', { name: /Motivo/ }).inputValue()).toBe('Nos fusionamos con otra empresa.')
      await again.getByRole('button', { name: 'Solicitar el fin' }).click()
      await inside(berta, 'Se ha solicitado el fin de la relación').waitFor()
      expect(await berta.evaluate(() => Object.keys(sessionStorage).filter((key) => /typed|stepUp/.test(key)))).toEqual([])
    })
  })
})
