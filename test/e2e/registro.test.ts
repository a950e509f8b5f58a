import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, inside, linkShownOn } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Un cliente que todavía no tiene cuenta se registra de camino y acepta. Each step stands on the one before. */
const play = stage()
let agent: Page
let newcomer: Page
let operator: Page
let code = ''

const company = 'Panadería La Espiga Lenta, S.L.'

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'salesAgent'))
  operator = await play.signIn(play.person('operator', 'operator'))
})

describe('un cliente sin inquilino', () => {
  it('abre el vínculo y puede registrar su organización', async () => {
    await agent.goto('/partner/requests/new')
    await inside(agent, 'No hay nada que lo impida.').waitFor()
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    newcomer = await play.visit(await linkShownOn(agent))
    await newcomer.getByRole('link', { name: 'Registrar la organización' }).click()
    await newcomer.getByRole('heading', { level: 1, name: 'Registrar la organización' }).waitFor()
    await expectSound(newcomer)
  })

  it('sabe qué falta antes de enviar nada', async () => {
    await newcomer.getByRole('button', { name: 'Enviar el código' }).click()
    await inside(newcomer, /campos que revisar/).waitFor()
    await expectSound(newcomer)
  })

  it('da sus datos y recibe un código por correo', async () => {
    await newcomer.getByLabel(/^Nombre de la organización/).fill(company)
    await newcomer.getByLabel(/^País/).selectOption({ label: 'España' })
    await newcomer.getByLabel(/^Su nombre/).fill('Aurora Trigales')
    await newcomer.getByLabel(/^Su dirección de correo/).fill('aurora@espiga-lenta.example')
    await newcomer.getByRole('button', { name: 'Enviar el código' }).click()
    await newcomer.getByRole('heading', { name: 'Escriba el código' }).waitFor()
    await expectSound(newcomer)
    await operator.goto('/operator/mail')
    const mail = operator.getByRole('row').filter({ hasText: 'aurora@espiga-lenta.example' }).first()
    await mail.waitFor()
    await mail.getByRole('button', { name: /Mostrar los detalles/ }).click()
    const letter = operator.getByText(/escriba este código/).first()
    await letter.waitFor()
    await expectSound(operator)
    code = /\n\n([0-9A-Z][0-9A-Z -]*)\n\n/.exec((await letter.innerText()) ?? '')![1]!
  })

  it('con un código que no es el suyo no se registra nada', async () => {
    await newcomer.getByLabel(/^Código del mensaje/).fill(code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))
    await newcomer.getByLabel(/^Contraseña/).fill('masa madre de tres inviernos')
    await newcomer.getByRole('button', { name: 'Crear la cuenta' }).click()
    await inside(newcomer, /El código no coincide/).waitFor()
    await expectSound(newcomer)
  })

  it('con el suyo entra como primer administrador global y vuelve a la invitación', async () => {
    await newcomer.getByLabel(/^Código del mensaje/).fill(code)
    await newcomer.getByRole('button', { name: 'Crear la cuenta' }).click()
    await newcomer.getByRole('heading', { level: 1, name: 'Invitación de un partner' }).waitFor()
    await inside(newcomer, 'Aurora Trigales').waitFor()
    await acceptHere(newcomer)
    await expectSound(newcomer)
  })

  it('aparece en la lista del partner', async () => {
    await agent.goto('/partner/customers?search=Panader%C3%ADa%20La%20Espiga')
    await agent.getByRole('row', { name: company }).waitFor()
    expect(await agent.getByRole('row', { name: company }).textContent()).toMatch(/Revendedor/)
  })
})
