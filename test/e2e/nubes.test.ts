import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, choosePasswordByMail, inside, linkShownOn, nameAndPassword, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Cada nube tiene sus reglas, y la página las dice antes de que nadie se equivoque. */
const play = stage()
const officePortal = 'Portal de administración de Microsoft Office'

async function newRequestOf(key: string): Promise<Page> {
  const agent = await play.signIn(play.person(key, 'adminAgent'))
  await agent.getByRole('link', { name: /Nueva relación/ }).click()
  await agent.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
  return agent
}

const cloudHome = (page: Page) => `/${new URL(page.url()).pathname.split('/')[1]}`

/** On a telephone too, the bar says in full whose page this is. */
async function expectWholeName(page: Page): Promise<void> {
  const home = page.getByRole('banner').getByRole('link').first()
  expect(await home.evaluate((link) => [...link.querySelectorAll('span')].filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1).map(({ textContent }) => textContent))).toEqual([])
}

const nationalClouds = [
  { cloud: 'usGov', title: 'la nube de la Administración Pública de EE. UU.', box: '[S0.7, S3.8]', portal: '[S0.28, S0.31, S3.21, S3.23]', privileges: ['Azure Active Directory', 'Office 365'] },
  { cloud: 'germany', title: 'la nube alemana', box: '[S0.8]', portal: '[S0.28, S0.30, S3.21]', privileges: ['Azure Active Directory', 'Office 365'] },
] as const

for (const { cloud, title, box, portal, privileges } of nationalClouds) describe(`en ${title}`, () => {
  let agent: Page
  let link = ''
  const customer = () => tenant(play, `${cloud}-customer-unrelated`)

  beforeAll(async () => {
    agent = await newRequestOf(`${cloud}-direct-bill`)
  })

  it(`no se pueden omitir los privilegios: la casilla está marcada, fija y explicada ${box}`, async () => {
    await agent.getByRole('radio', { name: 'A un cliente con este dominio o id. de inquilino' }).check()
    await agent.getByRole('textbox', { name: 'Dominio o id. de inquilino' }).fill(customer().primaryDomain)
    await inside(agent, 'No hay nada que lo impida.').waitFor()
    const field = agent.getByRole('checkbox', { name: 'Incluir privilegios de administración delegados para Azure Active Directory y Office 365' })
    expect(await field.isChecked()).toBe(true)
    expect(await field.isDisabled()).toBe(true)
    await inside(agent, 'En esta nube una solicitud siempre pide privilegios de administración. No se pueden dejar fuera.').waitFor()
    await inside(agent, officePortal).waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    link = await linkShownOn(agent)
    expect(link).toContain('DAP=true')
  })

  it(`el cliente acepta en el ${officePortal} ${portal}`, async () => {
    const page = await play.visit(link)
    await page.getByRole('banner').getByText(officePortal).waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: 'Iniciar sesión' }).click()
    await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor()
    await page.getByRole('main').getByText(officePortal).waitFor()
    await play.enterCredentials(page, play.person(`${cloud}-customer-unrelated`, 'globalAdministrator'))
    await acceptHere(page)
    for (const service of privileges) await inside(page, new RegExp(`Privilegios de administración de .* en ${service}`)).waitFor()
    await page.getByRole('banner').getByText(officePortal).waitFor()
    await expectSound(page)
    for (const [who, name] of [[page, /^Microsoft Office/], [agent, /^(Microsoft|Partner)/]] as const) {
      await who.setViewportSize({ width: 320, height: 720 })
      await who.goto(cloudHome(who))
      await who.getByRole('heading', { level: 1 }).waitFor()
      await expectWholeName(who)
      await who.getByRole('button', { name: /^Cuenta/ }).click()
      await expectSound(who)
      await who.getByRole('button', { name: 'English' }).click()
      // Off what lies below the sheet, which may have something to say to a pointer.
      await who.mouse.move(0, 0)
      await who.getByRole('banner').getByText(name).waitFor()
      await expectWholeName(who)
    }
  })
})

describe('la regla de las regiones', () => {
  it('se aplica antes de redactar: solo clientes del mismo país o de la misma región [S0.10, S3.12]', async () => {
    const agent = await newRequestOf('public-direct-bill')
    await agent.getByRole('radio', { name: 'A cualquier cliente de un país o región' }).check()
    const country = agent.getByRole('combobox', { name: 'País o región' })
    await country.selectOption({ label: 'Estados Unidos' })
    await inside(agent, 'El país del cliente está fuera de la región en la que este partner puede tener clientes.').waitFor()
    await inside(agent, 'outsideMarket').waitFor()
    const submit = agent.getByRole('button', { name: 'Redactar el borrador' })
    expect(await submit.getAttribute('aria-disabled')).toBe('true')
    await expectSound(agent)
    for (const allowed of ['España', 'Francia']) {
      await country.selectOption({ label: allowed })
      await inside(agent, 'No hay nada que lo impida.').waitFor()
      expect(await submit.getAttribute('aria-disabled')).toBeNull()
    }
  })
})

describe('en la nube china', () => {
  let agent: Page
  let link = ''
  const portal = 'Centro de administración de Office 365 operado por 21Vianet'

  it('se usa el vínculo de partner, y solo se editan los dos primeros párrafos', async () => {
    agent = await newRequestOf('china-direct-bill')
    await inside(agent, 'Su vínculo de partner, reutilizable').waitFor()
    await inside(agent, /En esta nube siempre se añaden los privilegios de administración delegados/).waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Ir al borrador con el vínculo de partner' }).click()
    await agent.getByRole('heading', { level: 1, name: 'Vínculo de partner' }).waitFor()
    await agent.getByRole('combobox', { name: 'Idioma del mensaje' }).selectOption({ label: 'español' })
    await inside(agent, 'En esta nube se pueden cambiar o eliminar los dos primeros párrafos.').waitFor()
    link = await linkShownOn(agent)
    const own = agent.getByRole('textbox', { name: 'Texto antes del vínculo' })
    await expect.poll(() => own.inputValue()).toMatch(/^Buenos días/)
    expect((await own.inputValue()).trim().split(/\n{2,}/)).toHaveLength(2)
    expect(await agent.getByRole('textbox', { name: 'Texto después del vínculo' }).count()).toBe(0)
    await own.fill('Estimada señora:\n\nAquí va nuestra invitación.')
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Copiar al portapapeles' }).click()
    const copied = expect.poll(() => agent.evaluate(() => navigator.clipboard.readText()))
    await copied.toMatch(/^Estimada señora:\s+Aquí va nuestra invitación\./)
    await copied.toContain(link)
  })

  it('el mismo vínculo sirve a un cliente y a otro, cada uno en el portal de su nube', async () => {
    await play.product.command(
      'customer', 'import', '--cloud', 'china', '--country', 'CN', '--name', '远帆纸业有限公司', '--domain', 'yuanfan-zhiye.example', '--language', 'zh-Hans',
      '--time-zone', 'Asia/Shanghai', '--admin-name', '林远帆', '--admin-user', 'lin@yuanfan-zhiye.example', '--admin-mail', 'lin@yuanfan-zhiye.example',
    )
    const first = await play.signIn(play.person('china-customer-unrelated', 'globalAdministrator'))
    const second = await choosePasswordByMail(play, 'lin@yuanfan-zhiye.example', 'papel de arroz y tinta negra')
    await nameAndPassword(second, 'lin@yuanfan-zhiye.example', 'papel de arroz y tinta negra')
    await second.getByRole('navigation').first().waitFor()
    for (const page of [first, second]) {
      await page.goto(link)
      await page.getByRole('banner').getByText(portal).waitFor()
      await inside(page, 'En esta nube no se pide ningún contrato de cliente.').waitFor()
      await expectSound(page)
      await acceptHere(page)
      await page.getByRole('link', { name: /Ir a «Relaciones empresariales»/ }).waitFor()
    }
    await agent.goto('/partner/customers?search=yuanfan')
    await agent.getByRole('row', { name: '远帆纸业有限公司' }).waitFor()
    await agent.goto(`/partner/customers?search=${tenant(play, 'china-customer-unrelated').primaryDomain}`)
    await agent.getByRole('row', { name: tenant(play, 'china-customer-unrelated').name }).waitFor()
  })
})
