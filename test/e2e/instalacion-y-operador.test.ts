import * as OTPAuth from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inside, pathOf } from '../support/acts.ts'
import { headingOf, openBrowser, type View, type Visitor } from '../support/browser.ts'
import { type Product, startProduct } from '../support/product.ts'
import { expectSound } from '../support/story.ts'

/** Una instalación vacía, de la que no sale correo: quien tiene el código la configura y lleva el programa. */
let product: Product
let operator: Page
const visitors: Visitor[] = []
const password = 'cuatro palabras sin relación alguna'

const open = async (path: string, view?: View) => {
  const visitor = await openBrowser(product.url, view)
  visitors.push(visitor)
  await visitor.page.goto(path)
  return visitor.page
}

beforeAll(async () => {
  product = await startProduct({ env: { SMTP_URL: '' } })
  operator = await open('/operator')
})
afterAll(async () => {
  const offences = visitors.flatMap((visitor) => visitor.offences)
  await Promise.all(visitors.map(({ context }) => context.close()))
  await product.stop()
  if (offences.length > 0) throw new Error(offences.join('\n'))
})

/** The first step of whoever must have a second factor: the key that the page shows, its first code, the recovery codes. */
async function setUpAuthenticator(page: Page): Promise<void> {
  await page.getByRole('img', { name: 'Código QR para la aplicación de autenticación' }).waitFor()
  const seed = (await page.locator('code').first().textContent()) ?? ''
  await page.getByLabel('Código', { exact: true }).fill(new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(seed.trim()) }).generate())
  await page.getByRole('button', { name: 'Confirmar' }).click()
  await page.getByRole('checkbox', { name: 'He guardado los códigos de recuperación' }).check()
  await page.getByRole('button', { name: 'Continuar' }).click()
}

describe('una instalación vacía', () => {
  it('lleva a su configuración, y solo el código del terminal la abre', async () => {
    await operator.getByRole('heading', { level: 1, name: 'Configurar esta instalación' }).waitFor()
    const fields = { 'Nombre de la organización': 'Operadora Clara', 'Su nombre': 'Ana Prieto', 'Nombre de usuario': 'ana@operadora.example', 'Dirección de correo': 'ana@operadora.example' }
    for (const [label, value] of Object.entries(fields)) await operator.getByLabel(label).fill(value)
    await operator.getByLabel('Contraseña', { exact: true }).fill(password)
    await operator.getByLabel('Código de configuración').fill('set_00000-00000')
    await operator.getByRole('button', { name: 'Configurar' }).click()
    await inside(operator, /No es el código de configuración de esta instalación/).waitFor()
    await expectSound(operator)
    await operator.getByLabel('Código de configuración').fill(/set_[0-9A-Z-]+/.exec(product.output())![0])
    await operator.getByRole('button', { name: 'Configurar' }).click()
    await operator.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
  })

  it('pide un segundo paso a su operador, y le dice que el correo no sale', async () => {
    await operator.locator('input[autocomplete="username"]').fill('ana@operadora.example')
    await operator.locator('input[type="password"]').fill(password)
    await operator.keyboard.press('Enter')
    await setUpAuthenticator(operator)
    await operator.getByRole('heading', { level: 1, name: 'Consola del operador' }).waitFor()
    await inside(operator, 'El correo no sale de esta instalación').waitFor()
    await inside(operator, 'Todavía no hay partners').waitFor()
    await expectSound(operator)
  })
})

describe('el operador', () => {
  it('inscribe a un partner y entrega el vínculo de su primer administrador', async () => {
    await operator.getByRole('button', { name: 'Inscribir a un partner' }).first().click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Inscribir', exact: true }).click()
    await drawer.getByRole('link', { name: /Nombre de la organización/ }).waitFor()
    await expectSound(operator)
    await drawer.getByLabel('Nombre de la organización').fill('Nubes del Norte, S.L.')
    await drawer.getByLabel('Nube', { exact: true }).selectOption('public')
    await drawer.getByLabel('País o región').selectOption({ label: 'España' })
    await drawer.getByLabel('Dominio principal').fill('nubesnorte.example')
    await drawer.getByRole('checkbox', { name: 'Partner de facturación directa' }).check()
    await drawer.getByLabel('Id. del programa').fill('4711')
    await drawer.getByLabel('Nombre de la persona').fill('Luz Vega')
    await drawer.getByLabel('Dirección de correo').fill('luz@correo.example')
    expect(await drawer.getByLabel('Nombre de usuario').inputValue()).toBe('luz@nubesnorte.example')
    await drawer.getByRole('button', { name: 'Inscribir', exact: true }).click()
    await drawer.getByRole('button', { name: 'Crear un vínculo para entregar' }).click()
    await drawer.getByText('Solo se muestra ahora.', { exact: false }).waitFor()
    await expectSound(operator)
    const link = (await drawer.locator('code').textContent()) ?? ''
    await drawer.getByRole('button', { name: 'Listo' }).click()
    await operator.getByRole('row', { name: /Nubes del Norte/ }).getByText('Sin verificar').waitFor()

    const admin = await open(pathOf(link), { width: 320 })
    await admin.getByLabel('Contraseña nueva').fill(password)
    await admin.getByLabel('Repita la contraseña').fill(password)
    await admin.getByRole('button', { name: 'Guardar la contraseña' }).click()
    await admin.getByRole('link', { name: 'Iniciar sesión' }).waitFor()
    await expectSound(admin)
  })

  it('ve en el buzón lo que no salió, sin los vínculos que son de su lector', async () => {
    await operator.goto('/operator/mail')
    await operator.getByRole('row', { name: /luz@correo.example/ }).getByText('Guardado aquí').waitFor()
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await inside(operator, 'Los vínculos y los códigos son solo para el destinatario; por eso no se muestran aquí.').waitFor()
    expect(await operator.getByText('set-password').count()).toBe(0)
    expect(await operator.getByRole('button', { name: 'Enviar ahora' }).getAttribute('aria-disabled')).toBe('true')
    await expectSound(operator)
  })

  it('verifica, suspende y restablece a un partner, y lo marca con pagos pendientes', async () => {
    await operator.goto('/operator')
    await operator.getByRole('link', { name: 'Nubes del Norte, S.L.' }).click()
    const title = operator.getByRole('heading', { level: 1, name: /Nubes del Norte/ })
    const dialog = operator.getByRole('dialog')
    const act = async (button: string, done: string) => {
      await operator.getByRole('button', { name: button, exact: true }).click()
      await dialog.waitFor()
      await expectSound(operator)
      await dialog.getByRole('button', { name: button, exact: true }).click()
      await title.getByText(done, { exact: true }).waitFor()
      await dialog.waitFor({ state: 'detached' })
    }
    await act('Marcar como verificado', 'Verificada')
    await act('Suspender', 'Suspendida')
    await act('Restablecer', 'Activa')
    await act('Marcar con pagos pendientes', 'Con pagos pendientes')
    await expectSound(operator)
  })

  it('importa un cliente y lo encuentra por el principio del nombre', async () => {
    await operator.goto('/operator/organizations')
    await operator.getByRole('button', { name: 'Importar un cliente' }).first().click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Nombre de la organización').fill('Ébanos Reunidos, S.A.')
    await drawer.getByLabel('Nube', { exact: true }).selectOption('public')
    await drawer.getByLabel('País o región').selectOption({ label: 'España' })
    await drawer.getByLabel('Dominio principal').fill('ebanos.example')
    await drawer.getByLabel('Nombre de la persona').fill('Noé Lema')
    await drawer.getByLabel('Dirección de correo').fill('noe@ebanos.example')
    await drawer.getByRole('button', { name: 'Importar', exact: true }).click()
    await drawer.getByRole('heading', { name: 'Se ha importado Ébanos Reunidos, S.A.' }).waitFor()
    await drawer.getByRole('button', { name: 'Listo' }).click()
    await operator.getByRole('searchbox', { name: 'El nombre o el dominio empieza por…' }).fill('EBANOS re')
    await operator.waitForURL(/search=/)
    await operator.getByRole('row', { name: /Ébanos Reunidos/ }).getByText('Cliente').waitFor()
    await operator.getByRole('row', { name: /Nubes del Norte/ }).waitFor({ state: 'detached' })
    await expectSound(operator)
  })

  it('publica una versión del contrato a partir de la muestra, tras una última pregunta', async () => {
    await operator.goto('/operator/agreements')
    await inside(operator, 'No se ha publicado ningún contrato').waitFor()
    await operator.getByRole('link', { name: 'Publicar una versión' }).first().click()
    await operator.getByRole('button', { name: 'Publicar', exact: true }).click()
    await inside(operator, 'Escriba el texto al menos en un idioma.').waitFor()
    await operator.getByRole('region', { name: 'Español' }).getByRole('button', { name: 'Partir de nuestra muestra' }).click()
    await operator.getByRole('button', { name: 'Publicar', exact: true }).click()
    const dialog = operator.getByRole('dialog', { name: '¿Publicar esta versión?' })
    await dialog.getByText('No se puede cambiar ni retirar; solo puede seguirla otra versión.').waitFor()
    await expectSound(operator)
    await dialog.getByRole('button', { name: 'Publicar' }).click()
    await operator.getByRole('row', { name: /Versión 1 Nube pública/ }).getByText('español').waitFor()
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).click()
    await inside(operator, /^[0-9a-f]{64}$/).waitFor()
    await expectSound(operator)
  })

  it('lee en el registro lo que se ha hecho con la instalación', async () => {
    await operator.goto('/operator/activity')
    for (const words of [/publicó una versión del contrato de cliente/, /suspendió la cuenta de partner/, /inscribió al partner/, /configuró esta instalación/]) await inside(operator, words).waitFor()
    await expectSound(operator)
  })
})

describe('una página que aún no se ha leído', () => {
  it('tiene por título el de su apartado mientras espera y si no llega, y el suyo en cuanto se lee', async () => {
    const itsPlace = operator.getByRole('main').getByRole('heading', { level: 1, name: 'Nubes' }).and(operator.locator('[data-place]'))
    const reading = '**/operator/cloud-manifests/public'
    await operator.goto('/operator/clouds')
    let cut = () => {}
    const isCut = new Promise<void>((resolve) => (cut = resolve))
    await operator.route(reading, (route) => isCut.then(() => route.abort()))
    await operator.getByRole('link', { name: 'Todas las reglas de Nube pública' }).click()
    await itsPlace.waitFor()
    await inside(operator, 'Cargando…').waitFor({ state: 'attached' })
    await expectSound(operator)
    cut()
    // The page's own, once it has given up; the bar above offers the same as soon as one attempt has failed.
    const again = operator.getByRole('alert').getByRole('button', { name: 'Reintentar' })
    await again.waitFor()
    await itsPlace.waitFor()
    await expectSound(operator)
    await operator.unroute(reading)
    await again.click()
    await headingOf(operator).getByText('Nube pública').waitFor()
    expect(await operator.getByRole('heading', { level: 1 }).count()).toBe(1)
  })
})
