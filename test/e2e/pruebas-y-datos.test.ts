import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Las pruebas de una organización, los datos de las personas, y el final de una organización. Each step stands on the one before. */
const play = stage()
let pilar: Page

const firm = () => tenant(play, 'public-customer-related')
const fermin = () => play.person('public-customer-related', 'billingAdministrator')
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

async function expectSoundEverywhere(page: Page): Promise<void> {
  await expectSound(page)
  await page.setViewportSize({ width: 320, height: 720 })
  await expectSound(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function download(page: Page, act: () => Promise<void>): Promise<{ file: Download; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return { file, text: await readFile(await file.path(), 'utf8') }
}

beforeAll(async () => {
  pilar = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
})

describe('las pruebas de la organización', () => {
  it('se obtienen junto a los contratos, como archivo cuyas firmas se pueden comprobar', async () => {
    await pilar.goto('/admin/agreements')
    await pilar.getByRole('heading', { name: 'Sus pruebas en un archivo' }).waitFor()
    await expectSoundEverywhere(pilar)
    const { file, text } = await download(pilar, () => pilar.getByRole('button', { name: 'Archivo para programas (JSON)' }).click())
    expect(file.suggestedFilename()).toMatch(/^pruebas-\d{4}-\d\d-\d\d\.json$/)
    const evidence = JSON.parse(text) as { organization: { name: string }; agreements: { text: string; sha256: string }[]; events: unknown[]; isWhole: boolean }
    expect(evidence).toMatchObject({ organization: { name: firm().name }, isWhole: true })
    expect(evidence.agreements.length).toBeGreaterThan(0)
    for (const signed of evidence.agreements) expect(sha256(signed.text)).toBe(signed.sha256)
    expect(evidence.events.length).toBeGreaterThan(3)
    await pilar.getByText('El archivo está completo').first().waitFor()
  })

  it('y como página para leer, en el idioma de quien lee', async () => {
    const { file, text } = await download(pilar, () => pilar.getByRole('button', { name: 'Página para leer e imprimir (HTML)' }).click())
    expect(file.suggestedFilename()).toMatch(/\.html$/)
    const reader = await pilar.context().newPage()
    await reader.setContent(text)
    await reader.getByRole('heading', { name: 'Cómo comprobarlo' }).waitFor()
    await reader.getByRole('heading', { name: 'Contratos firmados' }).waitFor()
    await expectSoundEverywhere(reader)
    await reader.close()
  })

  it('no las obtiene quien no es administrador global', async () => {
    const page = await play.signIn(fermin())
    await page.goto('/admin/agreements')
    const button = page.getByRole('button', { name: 'Archivo para programas (JSON)' })
    await button.waitFor()
    expect(await button.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('los datos de las personas', () => {
  it('los obtiene cada cual en su perfil', async () => {
    await pilar.goto('/admin/settings/profile')
    await pilar.getByRole('heading', { name: 'Sus datos personales' }).waitFor()
    await expectSoundEverywhere(pilar)
    const { text } = await download(pilar, () => pilar.getByRole('button', { name: 'Obtener los datos' }).click())
    expect(JSON.parse(text)).toMatchObject({ 'people.id': [{ display_name: 'Pilar Sotoalto' }], isWhole: true })
  })

  it('los suprime quien administra, después de leer qué desaparece y qué se conserva', async () => {
    await pilar.goto('/admin/users')
    await pilar.getByRole('button', { name: /detalles.*Fermín Candelar/i }).click()
    await expectSoundEverywhere(pilar)
    await pilar.getByRole('button', { name: 'Suprimir', exact: true }).click()
    const dialog = pilar.getByRole('dialog')
    await dialog.getByText('Desaparece en el acto:').waitFor()
    await expectSoundEverywhere(pilar)
    await dialog.getByRole('button', { name: 'Suprimir para siempre' }).click()
    await pilar.getByText('Los datos personales se han suprimido').first().waitFor()
    await pilar.goto('/admin/activity')
    await pilar.getByText('Pilar Sotoalto suprimió los datos personales de Una persona eliminada').first().waitFor()
    expect(await pilar.getByText('Fermín Candelar').count()).toBe(0)
  })

  it('los busca el operador por un nombre o una dirección, y dice cómo comprobó quién lo pide', async () => {
    const page = await play.signIn(play.person('operator', 'operator'))
    await page.goto('/operator/personal-data')
    const who = page.getByRole('textbox', { name: 'Nombre de usuario o dirección de correo' })
    await who.waitFor()
    await expectSoundEverywhere(page)
    await who.fill('nadie@fuera.example')
    await page.getByRole('button', { name: 'Buscar' }).click()
    await page.getByRole('heading', { name: 'La dirección nadie@fuera.example' }).waitFor()
    await who.fill(play.person('public-customer-unrelated', 'billingAdministrator').userPrincipalName)
    await page.getByRole('button', { name: 'Buscar' }).click()
    await page.getByRole('heading', { name: 'La cuenta de Mateo Dehesina' }).waitFor()
    await expectSoundEverywhere(page)
    await page.getByRole('button', { name: 'Suprimir', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Carta con copia del documento de identidad.')
    await expectSoundEverywhere(page)
    await dialog.getByRole('button', { name: 'Suprimir para siempre' }).click()
    await page.getByText('Los datos personales se han suprimido').first().waitFor()
  })
})

describe('el final de una organización', () => {
  it('espera a que termine lo que la une con otras, y lo nombra', async () => {
    await pilar.goto('/admin/settings/profile')
    await pilar.getByRole('button', { name: 'Cerrar la organización…' }).click()
    await pilar.getByRole('dialog').getByText('Antes tiene que terminar:').waitFor()
    await pilar.getByText('La relación de revendedor con Nimboclaro Soluciones, S.L.: pida al partner que la termine.').waitFor()
    await expectSoundEverywhere(pilar)
  })

  it('se pide con su nombre, y entonces nadie de ella entra más', async () => {
    const noa = play.person('public-customer-unrelated', 'globalAdministrator')
    const page = await play.signIn(noa)
    await page.goto('/admin/settings/profile')
    await page.getByRole('button', { name: 'Cerrar la organización…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Escriba el nombre de la organización' }).fill(tenant(play, 'public-customer-unrelated').name)
    await expectSoundEverywhere(page)
    await dialog.getByRole('button', { name: 'Cerrar para siempre' }).click()
    await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await page.locator('input[autocomplete="username"]').fill(noa.userPrincipalName)
    await page.locator('input[type="password"]').fill(noa.password)
    await page.keyboard.press('Enter')
    await page.getByText('No se pudo iniciar sesión').first().waitFor()
  })
})
