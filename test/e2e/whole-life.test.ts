import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectSound, stage } from '../support/story.ts'

/**
 * Vida de una relación: se pide, se acepta con el contrato, se ve, se quita y se restablece. Each step stands on the one
 * before; a failed step fails those after it.
 */
const play = stage()
let agent: Page
let customer: Page
let link = ''

const firm = () => play.demo.tenants.find(({ key }) => key === 'public-customer-unrelated')!
const inside = (page: Page, text: RegExp | string) => page.getByText(text).first()

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
})

describe('la vida de una relación de revendedor', () => {
  it('empieza en Clientes, con la acción de solicitar una relación de revendedor [S0.11, S1.8, S1.13, S3.13, S3.14, S4.5]', async () => {
    await agent.getByRole('heading', { level: 1, name: 'Clientes' }).waitFor()
    await expectSound(agent)
    const action = agent.getByRole('link', { name: /Nueva relación/ })
    expect(await action.textContent()).toMatch(/Solicitar una relación de revendedor/)
    await action.click()
    await agent.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
    await expectSound(agent)
  })

  it('pide privilegios de administración con la casilla marcada [S0.12, S3.L1]', async () => {
    const box = agent.getByRole('checkbox', { name: 'Incluir privilegios de administración delegados para Azure Active Directory y Office 365' })
    expect(await box.isChecked()).toBe(true)
    await agent.getByText('No hay nada que lo impida.').waitFor()
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
  })

  it('muestra un borrador de correo para revisar, con un vínculo propio [S0.14, S1.14, S3.15, S0.18, S1.18]', async () => {
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    const shown = agent.getByText(/\/admin\/partner-invitation\?/).first()
    link = /https?:\/\/\S+#inv_[\w-]+/.exec((await shown.textContent()) ?? '')![0]
    expect(link).toMatch(/invType=ResellerRelationship&partnerId=[0-9a-f-]{36}&msppId=0&DAP=true#inv_[\w-]{43}$/)
    await expectSound(agent)
  })

  it('deja editar el texto y conserva el vínculo [S0.17, S1.17]', async () => {
    const before = agent.getByRole('textbox', { name: 'Texto antes del vínculo' })
    await before.fill(`Estimada señora:\n\n${await before.inputValue()}`)
    await agent.getByRole('button', { name: 'Guardar borrador' }).click()
    await inside(agent, 'Borrador guardado').waitFor()
    await agent.reload()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    expect(await agent.getByRole('textbox', { name: 'Texto antes del vínculo' }).inputValue()).toMatch(/^Estimada señora:/)
    expect(await agent.getByText(/\/admin\/partner-invitation\?/).first().textContent()).toContain(link)
  })

  it('abre el borrador en el programa de correo [S0.15, S1.15]', async () => {
    const open = agent.getByRole('link', { name: 'Abrir en correo electrónico' }).or(agent.getByRole('button', { name: 'Abrir en correo electrónico' })).first()
    const download = agent.getByRole('button', { name: 'Descargar .eml' })
    await open.or(download).first().waitFor()
    if (await open.isVisible()) {
      const href = await open.getAttribute('href')
      if (href) expect(decodeURIComponent(href)).toContain(link)
    }
    const [file] = await Promise.all([agent.waitForEvent('download'), download.click()])
    expect(file.suggestedFilename()).toMatch(/\.eml$/)
  })

  it('lo copia al portapapeles y se termina con Listo; el envío queda en manos del partner [S0.16, S0.19, S0.20, S1.16, S1.19, S1.20, S3.16]', async () => {
    await agent.getByRole('button', { name: 'Copiar al portapapeles' }).click()
    await expect.poll(() => agent.evaluate(() => navigator.clipboard.readText())).toContain(link)
    await agent.getByRole('button', { name: 'Listo' }).click()
    await inside(agent, 'La solicitud está lista').waitFor()
    await inside(agent, /No olvide enviar el mensaje/).waitFor()
  })

  it('lleva al cliente, por el vínculo, al Centro de administración de Microsoft 365 [S0.28, S0.29, S3.17, S3.21, S3.22, S0.23]', async () => {
    customer = await play.visit(link.replace(/^https?:\/\/[^/]+/, ''))
    await customer.getByRole('heading', { level: 1, name: 'Invitación de un partner' }).waitFor()
    await expect.poll(() => customer.url()).not.toContain('inv_')
    await inside(customer, 'Centro de administración de Microsoft 365').waitFor()
    await inside(customer, 'Nimboclaro Soluciones, S.L.').waitFor()
    await expectSound(customer)
    await customer.getByRole('link', { name: 'Iniciar sesión' }).or(customer.getByRole('button', { name: 'Iniciar sesión' })).first().click()
    await play.enterCredentials(customer, play.person('public-customer-unrelated', 'globalAdministrator'))
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).waitFor()
    await customer.getByRole('heading', { name: 'Contrato de cliente' }).first().waitFor()
    await expectSound(customer)
  })

  it('se acepta junto con el contrato de cliente, que el cliente debe firmar [S0.5, S0.23, S3.3, S1.12, S1.25, S4.20, S4.21, S4.L5]', async () => {
    await customer.getByRole('checkbox', { name: /he leído el contrato de cliente y lo acepto/ }).check()
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).click()
    await inside(customer, 'Invitación aceptada').waitFor()
    await inside(customer, /tienen una relación de revendedor/).waitFor()
    await inside(customer, /El contrato de cliente, firmado el/).waitFor()
    await expectSound(customer)
  })

  it('pone al cliente en la lista, con una relación de reventa [S0.21, S1.21, S3.18, S3.9, S3.10]', async () => {
    await agent.goto(`/partner/customers?search=${firm().primaryDomain}`)
    await agent.getByRole('row', { name: firm().name }).waitFor()
    expect(await agent.getByRole('row', { name: firm().name }).textContent()).toMatch(/Revendedor/)
  })

  it('muestra en la cuenta quién firmó, cuándo y qué versión, y los privilegios por servicio [S0.4]', async () => {
    await agent.getByRole('row', { name: firm().name }).getByRole('link').first().click()
    await inside(agent, 'Contrato de cliente').waitFor()
    await inside(agent, 'Aceptado por').waitFor()
    await inside(agent, play.person('public-customer-unrelated', 'globalAdministrator').displayName).waitFor()
    await inside(agent, 'Azure Active Directory').waitFor()
    await expectSound(agent)
  })

  it('se quita desde Clientes, el cliente, Cuenta, tras leer la declaración y el aviso [S0.33, S0.L3, S0.L3.4, S1.44, S1.45, S1.46, S1.49, S1.50, S1.51, S1.52, S4.23, S4.L7]', async () => {
    await agent.getByRole('heading', { name: 'Quitar relación de revendedor' }).waitFor()
    await agent.getByRole('link', { name: 'Quitar relación de cliente' }).click()
    await agent.getByRole('heading', { name: /Declaración/ }).waitFor()
    await inside(agent, /buena fe/).waitFor()
    await inside(agent, /aviso/).waitFor()
    await expectSound(agent)
    await agent.getByRole('radio', { name: /Dejar los privilegios como están/ }).check()
    await agent.getByRole('checkbox', { name: /He leído la declaración/ }).check()
    await agent.getByRole('button', { name: 'Quitar relación de cliente' }).click()
    await agent.getByRole('heading', { level: 1, name: `Se ha quitado ${firm().name}` }).waitFor()
    await inside(agent, 'No se ha generado ningún aviso legal. Si su contrato lo exige, debe enviarlo usted.').waitFor()
    await expectSound(agent)
  })

  it('deja los privilegios concedidos como estaban, y lo dice a ambos [S1.48]', async () => {
    await inside(agent, /Sus privilegios en .* no han cambiado/).waitFor()
    await customer.goto('/admin/partners')
    await inside(customer, 'Privilegios de administración sin relación de revendedor').waitFor()
    await expectSound(customer)
  })

  it('ya no aparece en la lista [S1.47]', async () => {
    await agent.goto(`/partner/customers?search=${firm().primaryDomain}`)
    await agent.getByRole('table').or(agent.getByText(/Ningún|No hay|Nada/)).first().waitFor()
    await agent.waitForLoadState('networkidle')
    expect(await agent.getByRole('row', { name: firm().name }).count()).toBe(0)
  })

  it('se restablece con una solicitud nueva, rellenada a partir de lo que hubo [S0.L3.6, S4.17]', async () => {
    await agent.goto('/partner/customers/removed')
    await agent.getByRole('row', { name: firm().name }).getByRole('link', { name: /Restablecer/ }).click()
    await agent.getByRole('heading', { level: 1, name: 'Nueva relación' }).waitFor()
    await inside(agent, firm().name).waitFor()
    await agent.getByRole('button', { name: 'Redactar el borrador' }).click()
    await agent.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    const again = /https?:\/\/\S+#inv_[\w-]+/.exec((await agent.getByText(/\/admin\/partner-invitation\?/).first().textContent()) ?? '')![0]
    expect(again).not.toBe(link)
    await customer.goto(again.replace(/^https?:\/\/[^/]+/, ''))
    await customer.getByRole('button', { name: 'Aceptar y autorizar' }).click()
    await inside(customer, 'Invitación aceptada').waitFor()
    await agent.goto(`/partner/customers?search=${firm().primaryDomain}`)
    await agent.getByRole('row', { name: firm().name }).waitFor()
  })
})
