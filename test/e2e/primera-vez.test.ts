import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { choosePassword, enrolSecondFactor, inside, nameAndPassword, pathOf } from '../support/acts.ts'
import { headingOf } from '../support/browser.ts'
import { emptyStage, expectSound } from '../support/story.ts'

/** Una instalación vacía, desde el código del terminal hasta el primer partner. Each step stands on the one before. */
const play = emptyStage()
let operator: Page
let partner: Page
let invitation = ''

const password = 'cuatro farolas junto al canal'

beforeAll(async () => {
  operator = await play.visit('/operator')
})

describe('la primera vez', () => {
  it('lleva a la configuración, que pide el código del terminal', async () => {
    await operator.getByRole('heading', { level: 1, name: 'Configurar esta instalación' }).waitFor()
    await expectSound(operator)
    const fill = async (code: string) => {
      await operator.getByLabel(/^Código de configuración/).fill(code)
      await operator.getByLabel(/^Nombre de la organización/).fill('Operadora Vallehermoso')
      await operator.getByLabel(/^Su nombre/).fill('Olga Vallehermoso')
      await operator.getByLabel(/^Nombre de usuario/).fill('olga@vallehermoso.example')
      await operator.getByLabel(/^Dirección de correo/).fill('olga@vallehermoso.example')
      await operator.getByLabel(/^Contraseña/).fill(password)
      await operator.getByRole('button', { name: 'Configurar' }).click()
    }
    await fill('set_00000-00000-00000-00000-00000-00000')
    await inside(operator, /No es el código de configuración de esta instalación/).waitFor()
    await expectSound(operator)
    await fill(/set_[0-9A-Z-]+/.exec(play.product.output())![0])
    // In full: the hint at the code holds the first words of it.
    await inside(operator, 'La instalación está configurada. Inicie sesión para continuar.').waitFor()
    await operator.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await expectSound(operator)
  })

  it('hace de esa persona el operador, con un segundo paso obligatorio', async () => {
    await nameAndPassword(operator, 'olga@vallehermoso.example', password)
    await enrolSecondFactor(operator)
    await operator.getByRole('heading', { level: 1, name: 'Consola del operador' }).waitFor()
    await inside(operator, 'Todavía no hay partners').waitFor()
    await inside(operator, 'El correo no sale de esta instalación').waitFor()
    await expectSound(operator)
  })

  it('permite inscribir a un partner y entregar a mano el vínculo de su administradora', async () => {
    await operator.getByRole('button', { name: 'Inscribir a un partner' }).first().click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel(/^Nombre de la organización/).fill('Nubes del Duero, S.L.')
    await drawer.getByLabel(/^Nube/).selectOption({ label: 'Nube pública' })
    await drawer.getByLabel(/^País o región/).selectOption({ label: 'España' })
    await drawer.getByLabel(/^Dominio principal/).fill('nubesdelduero.example')
    await drawer.getByRole('checkbox', { name: /facturación directa/i }).check()
    await drawer.getByLabel(/^Id. del programa/).fill('4711900')
    await drawer.getByLabel(/^Nombre de la persona/).fill('Petra Duero')
    await drawer.getByLabel(/^Dirección de correo/).fill('petra@nubesdelduero.example')
    await drawer.getByLabel(/^Nombre de usuario/).fill('petra@nubesdelduero.example')
    await expectSound(operator)
    await drawer.getByRole('button', { name: 'Inscribir', exact: true }).click()
    await operator.getByRole('dialog').getByText('Nubes del Duero, S.L. está inscrito').waitFor()
    await operator.getByRole('button', { name: 'Crear un vínculo para entregar' }).click()
    const link = operator.getByText(/#cin_/).first()
    await link.waitFor()
    await expectSound(operator)
    invitation = pathOf((await link.innerText()).trim())
    await operator.getByRole('dialog').getByRole('button', { name: 'Listo' }).click()
    await operator.getByRole('row').filter({ hasText: 'Nubes del Duero, S.L.' }).waitFor()
    await expectSound(operator)
  })

  it('la administradora del partner elige contraseña, configura su segundo paso y entra', async () => {
    partner = await play.visit(invitation)
    await inside(partner, 'Le damos la bienvenida, Petra Duero').waitFor()
    await choosePassword(partner, password)
    await nameAndPassword(partner, 'petra@nubesdelduero.example', password)
    await enrolSecondFactor(partner)
    await partner.getByRole('heading', { level: 1, name: 'Clientes' }).waitFor()
    await inside(partner, 'Todavía no hay clientes').waitFor()
    await expectSound(partner)
  })

  it('y puede solicitar ya su primera relación, avisada de que aún no está verificada', async () => {
    await partner.getByRole('link', { name: /Nueva relación/ }).first().click()
    await inside(partner, 'El operador aún no ha verificado esta cuenta de partner. El cliente leerá «sin verificar» junto al nombre.').waitFor()
    await expectSound(partner)
    await partner.getByRole('button', { name: 'Redactar el borrador' }).click()
    await partner.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    await expectSound(partner)
  })

  it('la configuración ya no se ofrece a nadie más', async () => {
    const second = await play.visit('/operator/set-up')
    await headingOf(second).waitFor()
    expect(await second.getByLabel(/^Código de configuración/).count()).toBe(0)
  })
})
