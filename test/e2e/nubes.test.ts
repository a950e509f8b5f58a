import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, asProgram, choosePasswordByMail, inside, linkShownOn, nameAndPassword, pathOf, tenant } from '../support/acts.ts'
import { headingOf } from '../support/browser.ts'
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

/** Whoever cannot ask finds the button at its place, and the reasons on the page behind it. */
async function barred(key: string): Promise<Page> {
  const agent = await play.signIn(play.person(key, 'adminAgent'))
  await agent.goto('/partner/customers')
  const button = agent.getByRole('button', { name: /Nueva relación/ }).first()
  await button.waitFor()
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  await agent.goto('/partner/requests/new')
  await agent.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
  return agent
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
      await headingOf(who).waitFor()
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

  it('se lee entera en las reglas de la nube, a las que lleva la negativa y también la configuración de ambos lados', async () => {
    const agent = await newRequestOf('public-direct-bill')
    await agent.getByRole('radio', { name: 'A cualquier cliente de un país o región' }).check()
    await agent.getByRole('combobox', { name: 'País o región' }).selectOption({ label: 'Estados Unidos' })
    await agent.getByRole('link', { name: 'Leer la regla' }).click()
    await agent.getByRole('heading', { level: 1, name: 'Reglas de su nube' }).waitFor()
    await agent.getByRole('region', { name: 'La regla que lo impidió' }).getByText('Mercados').waitFor()
    await agent.getByRole('region', { name: 'Las reglas' }).getByText('sin documentar').first().waitFor()
    await agent.getByRole('region', { name: 'Todavía no disponible aquí' }).getByText('Llegará con: API compatible').first().waitFor()
    await expectSound(agent)
    const customer = await play.signIn(play.person('china-customer-related', 'globalAdministrator'))
    await customer.goto('/admin/settings/profile')
    await customer.getByRole('link', { name: 'Reglas de su nube' }).click()
    await inside(customer, 'Un solo partner con privilegios por servicio').waitFor()
    await expectSound(customer)
  })
})

describe('en la nube china', () => {
  let agent: Page
  let link = ''
  const portal = 'Centro de administración de Office 365 operado por 21Vianet'

  it('se usa el vínculo de partner, que no lleva datos del cliente, y solo se editan los dos primeros párrafos [S2.6, S2.12, S2.13, S2.14, S2.15, S2.16, S2.17]', async () => {
    agent = await newRequestOf('china-direct-bill')
    await inside(agent, 'Su vínculo de partner, reutilizable').waitFor()
    await inside(agent, /En esta nube siempre se añaden los privilegios de administración delegados/).waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Ir al borrador con el vínculo de partner' }).click()
    await agent.getByRole('heading', { level: 1, name: 'Vínculo de partner' }).waitFor()
    await agent.getByRole('combobox', { name: 'Idioma del mensaje' }).selectOption({ label: 'español' })
    await inside(agent, 'En esta nube se pueden cambiar o eliminar los dos primeros párrafos.').waitFor()
    link = await linkShownOn(agent)
    const names = new URL(link, 'https://vinculo.example').searchParams
    expect([...names.keys()].sort()).toEqual(['DAP', 'invType', 'msppId', 'partnerId'])
    expect(names.get('partnerId')).toBe(tenant(play, 'china-direct-bill').id)
    expect(names.get('DAP')).toBe('true')
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

  it('el mismo vínculo sirve a un cliente y a otro, cada uno en el portal de su nube, y los dos pasan a la lista del partner [S2.18, S2.19, S2.20, S2.24]', async () => {
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

  it('«Relaciones empresariales» dice, servicio por servicio, qué partner tiene privilegios [S2.21, S2.22]', async () => {
    const page = await play.signIn(play.person('china-customer-related', 'globalAdministrator'))
    await page.getByRole('link', { name: 'Relaciones empresariales' }).click()
    await page.getByRole('heading', { level: 1, name: 'Relaciones empresariales' }).waitFor()
    await page.getByRole('link', { name: 'Por servicio' }).click()
    const map = page.getByRole('table', { name: 'Quién responde de qué' })
    // Administration and support; nothing is sold here, so nobody bills.
    for (const service of ['Azure Active Directory operado por 21Vianet', 'Office 365 operado por 21Vianet']) {
      await map.getByRole('row', { name: service }).waitFor()
      expect(await map.getByRole('row', { name: service }).getByRole('link', { name: tenant(play, 'china-direct-bill').name }).count()).toBe(2)
    }
    await expectSound(page)
  })

  it('un servicio tiene un solo partner con privilegios: el segundo se rechaza con la regla, y el cliente cambia allí mismo [S2.4, S2.5, S2.23, S2.26, S2.27, S2.L1, S2.L2, S2.L2.1]', async () => {
    const { link: second } = await asProgram<{ link: string }>(play, play.person('china-indirect-provider', 'adminAgent'), 'GET', '/partner-link')
    const page = await play.signIn(play.person('china-customer-related', 'globalAdministrator'))
    await page.goto(pathOf(second))
    await page.getByRole('heading', { level: 1, name: 'Otro partner tiene estos privilegios' }).waitFor()
    await inside(page, 'Un solo partner con privilegios por servicio').waitFor()
    await inside(page, 'oneDapPartnerPerService').waitFor()
    await inside(page, /云岸信息技术有限公司.* tiene los privilegios de administración en Office 365 operado por 21Vianet/).waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: 'Quitar los privilegios de 云岸信息技术有限公司' }).click()
    await inside(page, /sigue siendo responsable del soporte técnico y de los términos de su Contrato de revendedor CSP de China/).waitFor()
    await page.getByRole('button', { name: 'Quitar', exact: true }).click()
    await inside(page, /La organización tiene otros partners\. .* no recibe facturas por lo que vendieron ellos/).waitFor()
    await expectSound(page)
    await acceptHere(page)
    await page.getByRole('link', { name: /Ir a «Relaciones empresariales»/ }).click()
    await page.getByRole('link', { name: 'Por servicio' }).click()
    const row = page.getByRole('table', { name: 'Quién responde de qué' }).getByRole('row', { name: 'Office 365 operado por 21Vianet' })
    await row.getByText('Responsable, sin privilegios').waitFor()
    await row.getByText('Nada vendido').waitFor()
    expect(await row.getByRole('link', { name: '丰桥云分销有限公司' }).count()).toBe(2)
    expect(await row.getByRole('link', { name: '云岸信息技术有限公司' }).count()).toBe(1)
    await expectSound(page)
  })

  it('sin privilegios, el partner sigue respondiendo del soporte y de su contrato, y lo lee en la cuenta del cliente [S2.28, S2.29, S2.30, S2.L5, S2.L5.1]', async () => {
    await agent.goto(`/partner/customers/${tenant(play, 'china-customer-related').id}/account`)
    const part = agent.getByRole('region', { name: 'Su parte en este cliente' })
    await part.getByText('Responsable, sin privilegios').first().waitFor()
    await part.getByText(/El Contrato de revendedor CSP de China le obliga a prestar soporte técnico de todo lo que revenda, las 24 horas del día/).waitFor()
    for (const limit of ['no recibe facturas', 'no puede quitar puestos', 'no puede pedir complementos', 'no puede convertirlas ni migrarlas', 'no puede cambiar su partner de registro']) {
      await part.getByText(limit).waitFor()
    }
    await expectSound(agent)
  })

  it('un revendedor indirecto no crea invitaciones: usa el vínculo de su proveedor [S2.L2.2, S2.L2.3]', async () => {
    const reseller = await barred('china-indirect-reseller')
    await inside(reseller, 'En esta nube los revendedores usan el vínculo de su proveedor.').waitFor()
    await expectSound(reseller)
    await reseller.goto('/partner/partner-link')
    await inside(reseller, 'En esta nube un revendedor indirecto no puede crear sus propias invitaciones. Use el vínculo del proveedor indirecto.').waitFor()
  })

  it('una cuenta con deudas no puede pedir relaciones [S2.L5.2]', async () => {
    const operator = play.person('operator', 'operator')
    const { id } = tenant(play, 'china-indirect-provider')
    await asProgram(play, operator, 'POST', `/operator/partners/${id}/debt`, { inDebt: true })
    const indebted = await barred('china-indirect-provider')
    await inside(indebted, 'Su cuenta de partner tiene pagos pendientes.').waitFor()
    expect(await indebted.getByRole('button', { name: 'Ir al borrador con el vínculo de partner' }).getAttribute('aria-disabled')).toBe('true')
    await expectSound(indebted)
  })
})

describe('varios partners para un cliente', () => {
  it('el mapa dice quién factura, administra y presta soporte en cada servicio, y dónde falla [S0.1, S2.4]', async () => {
    const page = await play.signIn(play.person('public-customer-several', 'globalAdministrator'))
    await page.getByRole('link', { name: 'Por servicio' }).click()
    await page.getByRole('heading', { level: 2, name: 'Qué significan las marcas' }).waitFor()
    const rowOf = (name: string) => page.getByRole('table', { name: 'Quién responde de qué' }).getByRole('row', { name })
    // Where nothing is sold every partner may sell it, so several of them would answer for its support.
    const unsold = rowOf('Azure Active Directory')
    await unsold.getByText('Nada vendido').waitFor()
    expect(await unsold.getByText('Varios partners').count()).toBe(1)
    expect(await unsold.getByText('Detrás de su revendedor').count()).toBe(1)
    const row = rowOf('Office 365')
    expect(await row.getByText('3 suscripciones').count()).toBe(2)
    expect(await row.getByText('Detrás de su revendedor').count()).toBe(0)
    await expectSound(page)
    await page.setViewportSize({ width: 320, height: 720 })
    await expectSound(page)
    // On cards each value carries the name of its column.
    await row.getByText('Administración', { exact: true }).waitFor()
    await row.getByRole('link', { name: 'Nimboclaro Soluciones, S.L.' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Nimboclaro Soluciones, S.L.' }).waitFor()
  })

  it('cada partner lee solo su parte', async () => {
    const agent = await play.signIn(play.person('public-indirect-provider', 'adminAgent'))
    await agent.goto(`/partner/customers/${tenant(play, 'public-customer-several').id}/account`)
    const part = agent.getByRole('region', { name: 'Su parte en este cliente' })
    await part.getByText(/Si un revendedor indirecto atiende a este cliente/).waitFor()
    expect(await agent.getByText(/Nimboclaro|Vegalinda/).count()).toBe(0)
    await expectSound(agent)
  })
})
