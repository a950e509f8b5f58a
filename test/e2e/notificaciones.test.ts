import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, asked, asProgram, inside, pathOf, tenant } from '../support/acts.ts'
import { sqlIn } from '../support/demo-database.ts'
import { expectSound, stage } from '../support/story.ts'

/** De qué se avisa a un partner, dónde lo lee, y cómo elige lo que quiere saber. */
const play = stage()
let agent: Page

const agentPerson = () => play.person('public-direct-bill', 'adminAgent')
const owner = () => play.person('public-customer-unrelated', 'globalAdministrator')
const partnerId = () => tenant(play, 'public-direct-bill').id
const bell = (page: Page, name: RegExp | string) => page.getByRole('banner').getByRole('link', { name })
/** Lo que queda por leer y habla de ese cliente; la demo ya ha avisado de otras cosas. */
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text }).filter({ hasText: tenant(play, 'public-customer-unrelated').name })

interface Mail {
  readonly id: string
  readonly recipient: string
  readonly template: string
}

/** Lo que ha llegado al buzón de la demo, de lo más reciente a lo más antiguo. */
async function mailsOfAgent(): Promise<Mail[]> {
  const { items } = await asProgram<{ items: Mail[] }>(play, play.person('operator', 'operator'), 'GET', '/operator/mails?size=100')
  const { mail } = await asProgram<{ mail: string }>(play, agentPerson(), 'GET', '/me')
  return items.filter(({ recipient }) => recipient === mail)
}

const letterOf = async (template: string) => {
  await expect.poll(async () => (await mailsOfAgent()).map((mail) => mail.template), { timeout: 15_000 }).toContain(template)
  const { id } = (await mailsOfAgent()).find((mail) => mail.template === template)!
  return (await asProgram<{ text: string }>(play, play.person('operator', 'operator'), 'GET', `/operator/mails/${id}`)).text
}

/** El aviso llega en cuanto se ha atendido la cola; quien mira la página la vuelve a cargar. */
const untilTold = (text: string) =>
  expect
    .poll(
      async () => {
        await agent.goto('/partner/notifications')
        await agent.getByRole('table').or(inside(agent, 'Todavía no hay ningún aviso')).first().waitFor()
        return rowOf(agent, text).count()
      },
      { timeout: 15_000 },
    )
    .toBe(1)

beforeAll(async () => {
  agent = await play.signIn(agentPerson())
})

describe('un partner al que un cliente acepta', () => {
  it('lo ve en la campana y en la página, con el cliente y el camino hasta la solicitud', async () => {
    const waiting = () => sqlIn(play.product, "select 1 from graphile_worker.jobs where task_identifier = 'compose-mails'")
    await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(0)
    await asProgram(play, agentPerson(), 'POST', '/notifications/reading')
    const request = await asked(play, agentPerson(), { customer: { domain: tenant(play, 'public-customer-unrelated').primaryDomain }, askPrivileges: true })
    const customer = await play.signIn(owner())
    await customer.goto(request.link)
    await acceptHere(customer)
    await untilTold('aceptó la solicitud de relación')
    await bell(agent, 'Notificaciones, una sin leer').waitFor()
    const row = rowOf(agent, 'aceptó la solicitud de relación')
    await row.getByText('Sin leer').waitFor()
    await row.getByText(tenant(play, 'public-customer-unrelated').name, { exact: true }).waitFor()
    await expectSound(agent)
    await agent.setViewportSize({ width: 320, height: 720 })
    await expectSound(agent)
    await agent.setViewportSize({ width: 1280, height: 900 })
    expect(await row.getByRole('link').getAttribute('href')).toBe(`/partner/requests/${request.id}`)
  })

  it('lo marca como leído, y la campana calla', async () => {
    await rowOf(agent, 'aceptó la solicitud de relación').getByRole('button', { name: /^Marcar como leída/ }).click()
    await bell(agent, /^Notificaciones$/).waitFor()
    await agent.getByRole('button', { name: 'Marcar todas como leídas' }).and(agent.locator('[aria-disabled="true"]')).waitFor()
    await agent.goto('/partner/notifications?unread=true')
    await inside(agent, 'Ningún resultado coincide con la búsqueda').waitFor()
    await expectSound(agent)
  })

  it('recibe también la carta de siempre, que dice cómo elegir y cómo parar', async () => {
    const letter = await letterOf('requestAcceptedToAsker')
    expect(letter).toContain('Recibe este correo porque se le avisa de: Aceptaciones')
    expect(letter).toContain('/partner/settings/notifications')
    expect(letter).toMatch(/\/partner\/unsubscribe#[\w-]{100,}/)
  })
})

describe('quien elige de qué se le avisa', () => {
  it('guarda lo que quiere por correo y cuándo llega el resumen', async () => {
    await agent.goto('/partner/settings/notifications')
    await agent.getByRole('combobox', { name: 'Privilegios de administración terminados Por correo' }).selectOption('No')
    await agent.getByRole('combobox', { name: 'Frecuencia' }).selectOption('Cada semana, el lunes')
    await agent.getByRole('combobox', { name: 'Hora', exact: true }).selectOption('17:00')
    await inside(agent, 'Siempre en el portal y por correo al momento').waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Guardar' }).click()
    await inside(agent, 'Sus preferencias se han guardado').waitFor()
    await agent.reload()
    expect(await agent.getByRole('combobox', { name: 'Hora', exact: true }).inputValue()).toBe('17')
    expect(await agent.getByRole('combobox', { name: 'Privilegios de administración terminados Por correo' }).inputValue()).toBe('off')
  })

  it('lo sigue viendo en el portal, y por correo solo llega lo que se envía siempre', async () => {
    const countRemoved = async () => (await mailsOfAgent()).filter(({ template }) => template === 'privilegesRemovedToPartner').length
    const before = await countRemoved()
    const services = (await asProgram<{ privileges: { service: string }[] }>(play, owner(), 'GET', `/partner-relationships/${partnerId()}`)).privileges.map(({ service }) => service)
    await asProgram(play, owner(), 'POST', `/partner-relationships/${partnerId()}/privileges-removal`, { services })
    await untilTold('quitó los privilegios de administración')
    await asProgram(play, owner(), 'POST', `/partner-relationships/${partnerId()}/end-requests`, {})
    await untilTold('pidió el fin de la relación de revendedor')
    await letterOf('endAsked')
    expect(await countRemoved()).toBe(before)
  })

  it('no pisa lo que cambió en otra ventana', async () => {
    await agent.goto('/partner/settings/notifications')
    await agent.getByRole('combobox', { name: 'Rechazos Por correo' }).selectOption('En el resumen')
    const other = await agent.context().newPage()
    await other.goto('/partner/settings/notifications')
    await other.getByRole('combobox', { name: 'Hora', exact: true }).selectOption('18:00')
    await other.getByRole('button', { name: 'Guardar' }).click()
    await inside(other, 'Sus preferencias se han guardado').waitFor()
    await other.close()
    await agent.getByRole('button', { name: 'Guardar' }).click()
    await agent.getByRole('button', { name: 'Guardar mis cambios encima' }).waitFor()
    await agent.getByRole('region', { name: 'Otra persona ha guardado antes' }).getByText('18:00').waitFor()
    await expectSound(agent)
  })
})

describe('el vínculo al pie de un correo', () => {
  it('dice qué para, no para nada al abrirse, y lo para con el botón', async () => {
    const letter = await letterOf('requestAcceptedToAsker')
    const link = pathOf(/https?:\/\/\S+\/unsubscribe#\S+/.exec(letter)![0])
    const reader = await play.visit(link)
    await reader.getByRole('heading', { level: 1, name: '¿Dejar de recibir estos correos?' }).waitFor()
    await inside(reader, 'Aceptaciones').waitFor()
    expect(reader.url()).not.toContain('#')
    await expectSound(reader)
    const mailOf = async () => (await asProgram<{ kinds: { kind: string; mail: string }[] }>(play, agentPerson(), 'GET', '/me/notification-preferences')).kinds.find(({ kind }) => kind === 'accepted')!.mail
    expect(await mailOf()).toBe('now')
    await reader.getByRole('button', { name: 'No enviarme más' }).click()
    await reader.getByRole('heading', { level: 1, name: 'No recibirá más correos de este tipo' }).waitFor()
    await expectSound(reader)
    expect(await mailOf()).toBe('off')
  })
})

describe('el operador', () => {
  it('lee todas las plantillas de correo en los dos idiomas, sin que se envíe nada', async () => {
    const operator = await play.signIn(play.person('operator', 'operator'))
    await operator.goto('/operator/letters')
    await operator.getByRole('heading', { level: 2, name: 'Contoso ha aceptado su solicitud' }).waitFor()
    await expectSound(operator)
    await operator.getByRole('combobox', { name: 'Idioma' }).selectOption('English')
    await operator.getByRole('heading', { level: 2, name: 'Contoso accepted your request' }).waitFor()
  })
})
