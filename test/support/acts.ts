import * as OTPAuth from 'otpauth'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { DemoPerson, DemoTenant } from '../../src/application/installation/demo-report.ts'
import { callAs } from './program.ts'
import { expectSound, type Stage } from './story.ts'

/** What partners do again and again in stories, and where a story only needs that it was done. */
export interface AskedRequest {
  readonly id: string
  /** the path of the link, to be opened on any page of the stage */
  readonly link: string
}

/** What stands on the page in first place with these words. */
export function inside(page: Page, text: RegExp | string) {
  return page.getByText(text).first()
}

/** Loads the page anew until it shows what happens elsewhere in its own time: in another process, at a connector. */
export async function reloadUntil(page: Page, shown: Locator): Promise<void> {
  await expect.poll(async () => {
    await page.reload()
    return shown.first().waitFor({ timeout: 3_000 }).then(() => true, () => false)
  }).toBe(true)
}

/** The link in the draft that the page shows, without its host. */
export async function linkShownOn(page: Page): Promise<string> {
  const text = (await page.getByText(/\/admin\/partner-invitation\?/).first().textContent()) ?? ''
  const link = /https?:\/\/\S+#(?:inv|pl)_[\w-]+/.exec(text)?.[0]
  if (!link) throw new Error(`no link stands in ${text}`)
  return pathOf(link)
}

export function pathOf(link: string): string {
  return link.replace(/^https?:\/\/[^/]+/, '')
}

/** A request that was made and shared, by the API that the pages use, as somebody who may ask. */
export async function asked(play: Stage, person: DemoPerson, wish: object): Promise<AskedRequest> {
  const { id } = await asProgram<{ id: string }>(play, person, 'POST', '/relationship-requests', { kind: 'establish', language: 'es', ...wish })
  await asProgram(play, person, 'POST', `/relationship-requests/${id}/sharing`, { by: 'done' })
  const { link } = await asProgram<{ link: string }>(play, person, 'GET', `/relationship-requests/${id}?link=shown`)
  return { id, link: pathOf(link) }
}

/** As `callAs`, on a stage. */
export function asProgram<Body>(play: Stage, person: DemoPerson, method: string, path: string, body?: object): Promise<Body> {
  return callAs<Body>(play.product, person, method, path, body)
}

export function tenant(play: Stage, key: string): DemoTenant {
  return play.demo.tenants.find((one) => one.key === key)!
}

/** Accepts what the open invitation asks, with the agreement where one is to be signed. */
export async function acceptHere(page: Page): Promise<void> {
  const accept = page.getByRole('button', { name: 'Aceptar y autorizar' })
  await accept.waitFor()
  const agreement = page.getByRole('checkbox', { name: /he leído el contrato de cliente y lo acepto/ })
  if (await agreement.isVisible()) await agreement.check()
  await accept.click()
  await page.getByRole('heading', { name: 'Invitación aceptada' }).waitFor()
}

interface Mail {
  readonly id: string
  readonly recipient: string
  readonly template: string
}

/** The latest mail to an address as the demo's mailbox shows it, links and codes included. */
export async function mailTo(play: Stage, recipient: string): Promise<string> {
  const operator = play.person('operator', 'operator')
  const { items } = await asProgram<{ items: Mail[] }>(play, operator, 'GET', '/operator/mails?size=50')
  const mail = items.find((one) => one.recipient === recipient)
  if (!mail) throw new Error(`no mail went to ${recipient}`)
  return (await asProgram<{ text: string }>(play, operator, 'GET', `/operator/mails/${mail.id}`)).text
}

export async function linkMailedTo(play: Stage, recipient: string): Promise<string> {
  return pathOf(/https?:\/\/\S+/.exec(await mailTo(play, recipient))![0])
}

/** Somebody who was invited by mail chooses a password, and stands at the sign-in page of their portal. */
export async function choosePasswordByMail(play: Stage, userPrincipalName: string, password: string): Promise<Page> {
  const page = await play.visit(await linkMailedTo(play, userPrincipalName))
  await choosePassword(page, password)
  return page
}

/** On the page that the link of an invitation opens; goes on to the sign-in page. */
export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel(/^Contraseña nueva/).fill(password)
  await page.getByLabel(/^Repita la contraseña/).fill(password)
  await expectSound(page)
  await page.getByRole('button', { name: 'Guardar la contraseña' }).click()
  await inside(page, 'La cuenta está lista').waitFor()
  await page.getByRole('link', { name: 'Iniciar sesión' }).click()
}

/** Name and password on the sign-in page that is open. */
export async function nameAndPassword(page: Page, userPrincipalName: string, password: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(userPrincipalName)
  await page.locator('input[type="password"]').fill(password)
  await page.keyboard.press('Enter')
}

/** Sets up an authenticator where the cloud asks for one, and keeps the recovery codes. */
export async function enrolSecondFactor(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Proteja su cuenta' }).waitFor()
  await page.getByRole('img', { name: 'Código QR para la aplicación de autenticación' }).waitFor()
  await expectSound(page)
  const key = /[A-Z2-7]{16,}/.exec(await page.getByRole('main').innerText())![0]
  await page.getByLabel(/^Código/).fill(new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(key) }).generate())
  await page.getByRole('button', { name: 'Confirmar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Guarde los códigos de recuperación' }).waitFor()
  await expectSound(page)
  await page.getByRole('checkbox', { name: 'He guardado los códigos de recuperación' }).check()
  await page.getByRole('button', { name: 'Continuar' }).click()
}
