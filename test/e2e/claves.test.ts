import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asked, inside, tenant } from '../support/acts.ts'
import { focused, pressOn, tabTo } from '../support/keyboard.ts'
import { expectSound, stage } from '../support/story.ts'

/** Aceptar, firmar y revocar solo con el teclado. Each step stands on the one before. */
const play = stage()
let page: Page

const noa = () => play.person('public-customer-unrelated', 'globalAdministrator')

beforeAll(async () => {
  const { link } = await asked(play, play.person('public-direct-bill', 'adminAgent'), { customer: { domain: tenant(play, 'public-customer-unrelated').primaryDomain } })
  page = await play.visit(link)
  await page.getByRole('heading', { level: 1, name: 'Invitación de un partner' }).waitFor()
})

describe('solo con el teclado', () => {
  it('se lee la invitación desde su título y se va a iniciar sesión', async () => {
    await expect.poll(() => focused(page)).toContain('Invitación de un partner')
    await pressOn(page, page.getByRole('link', { name: 'Iniciar sesión' }))
    await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
  })

  it('se inicia sesión y se vuelve a la invitación', async () => {
    const name = page.locator('input[autocomplete="username"]')
    if (!(await name.evaluate((field) => field === document.activeElement))) await tabTo(page, name)
    await page.keyboard.type(noa().userPrincipalName)
    await tabTo(page, page.locator('input[type="password"]'), 1)
    await page.keyboard.type(noa().password)
    await page.keyboard.press('Enter')
    const code = page.locator('input[autocomplete="one-time-code"]')
    await code.waitFor()
    if (!(await code.evaluate((field) => field === document.activeElement))) await tabTo(page, code)
    await page.keyboard.type(play.codeOf(noa()))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Aceptar y autorizar' }).waitFor()
  })

  it('se firma el contrato y se acepta', async () => {
    await pressOn(page, page.getByRole('checkbox', { name: /he leído el contrato de cliente/ }), 'Space')
    expect(await page.getByRole('checkbox', { name: /he leído el contrato de cliente/ }).isChecked()).toBe(true)
    await pressOn(page, page.getByRole('button', { name: 'Aceptar y autorizar' }))
    await page.getByRole('heading', { level: 1, name: 'Invitación aceptada' }).waitFor()
    await expect.poll(() => focused(page)).toContain('Invitación aceptada')
    await expectSound(page)
  })

  it('se abre la pregunta que revoca, y Escape devuelve al botón que la abrió', async () => {
    await pressOn(page, page.getByRole('link', { name: /^Ver Nimboclaro/ }))
    const remove = page.getByRole('button', { name: 'Quitar administrador delegado' })
    await pressOn(page, remove)
    await page.getByRole('dialog').getByText('Qué termina').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toContain('Quitar administrador delegado')
  })

  it('se revoca, y el foco no se pierde', async () => {
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Qué termina').waitFor()
    await pressOn(page, dialog.getByRole('button', { name: 'Quitar', exact: true }))
    await inside(page, 'Este partner no tiene privilegios de administración.').waitFor()
    await expect.poll(() => focused(page)).toContain('Nimboclaro')
    await expectSound(page)
  })

  it('se abren los actos de una solicitud, y Escape devuelve a su botón', async () => {
    const agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
    await agent.goto(`${play.product.url}/partner/requests`)
    const acts = agent.getByRole('button', { name: /^Acciones para/ }).last()
    await acts.waitFor()
    await acts.focus()
    await agent.keyboard.press('Enter')
    const remind = agent.getByRole('button', { name: /^Recordar/ })
    await remind.waitFor()
    await expectSound(agent)
    await tabTo(agent, remind, 1)
    await agent.keyboard.press('Escape')
    await remind.waitFor({ state: 'detached' })
    expect(await acts.evaluate((button) => button === document.activeElement)).toBe(true)
  })
})
