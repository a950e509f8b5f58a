import type { Page } from 'playwright-core'

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
/** The step of the form that is open. */
export const step = (page: Page) => page.getByRole('navigation', { name: 'Pasos' }).locator('[aria-current="step"]')
export const field = (page: Page, label: string | RegExp) => page.getByRole('main').getByLabel(label)

/** A Spanish company with everything that its first page asks, but for the agreement. */
export async function fillCompany(page: Page, name: string, domain: string): Promise<void> {
  await field(page, 'Nombre de la empresa').fill(name)
  await field(page, /^Nombre de dominio/).fill(domain)
  await field(page, 'Calle y número').fill('Calle de la Rueda 12')
  await field(page, 'Código postal').fill('47001')
  await field(page, 'Ciudad').fill('Valladolid')
  const contact = page.getByRole('region', { name: 'Contacto principal' })
  await contact.getByLabel('Nombre', { exact: true }).fill('Lucía')
  await contact.getByLabel('Apellidos').fill('Olmedo')
  await contact.getByLabel('Correo electrónico').fill('lucia@olmedo.example')
}

export const next = (page: Page, name: string) => page.getByRole('button', { name: `Siguiente: ${name}` }).click()
