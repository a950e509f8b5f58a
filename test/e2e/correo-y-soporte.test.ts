import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** La consola del operador: correo, ayuda y auditoría. Each step stands on the one before. */
const play = stage()
let operator: Page
let admin: Page

beforeAll(async () => {
  operator = await play.signIn(play.person('operator', 'operator'))
})

const row = (page: Page, name: RegExp) => page.getByRole('row', { name })

describe('el correo', () => {
  it('sale con el nombre y las respuestas que elige el operador', async () => {
    await operator.goto('/operator/mail/sender')
    await inside(operator, 'El correo no sale de esta instalación').waitFor()
    await operator.getByLabel('Nombre').fill('Programa Vinculo')
    await operator.getByLabel('Las respuestas van a').fill('no es una dirección')
    await operator.getByRole('button', { name: 'Guardar', exact: true }).click()
    await operator.getByText(/Escriba una dirección como nombre@empresa.example/).first().waitFor()
    await expectSound(operator)
    await operator.getByLabel('Las respuestas van a').fill('ayuda@vinculo.example')
    await operator.getByRole('button', { name: 'Guardar', exact: true }).click()
    await inside(operator, 'El remitente se ha guardado').waitFor()
    await operator.reload()
    expect(await operator.getByLabel('Nombre').inputValue()).toBe('Programa Vinculo')
  })

  it('se prueba con un mensaje, que figura entre los demás', async () => {
    await operator.getByLabel('Para', { exact: false }).last().fill('prueba@vinculo.example')
    await operator.getByRole('button', { name: 'Enviar el mensaje de prueba' }).click()
    await inside(operator, 'Esto es una demostración: el mensaje está entre los mensajes.').waitFor()
    await expectSound(operator)
    await operator.getByRole('link', { name: 'Mensajes', exact: true }).click()
    await row(operator, /prueba@vinculo\.example/).getByText('Enviado', { exact: true }).first().waitFor()
    await expectSound(operator)
  })

  it('que un destinatario no quiere se detiene en el vínculo de la carta, sin cuenta y solo al guardar', async () => {
    admin = await play.signIn(play.person('public-direct-bill', 'globalAdmin'))
    await invite('lola@destino.example', 'Lola Prado', 'lola@nimboclaro.example')
    await inside(admin, 'El mensaje está en el buzón de la consola del operador.').waitFor()
    await operator.goto('/operator/mail')
    const letter = row(operator, /lola@destino\.example/)
    await letter.getByText('Enviado', { exact: true }).first().waitFor()
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    const link = await operator.getByRole('link', { name: /\/admin\/letters#opt_/ }).getAttribute('href')
    const reader = await play.visit(link!, { width: 320 })
    await reader.getByRole('heading', { level: 1, name: 'Mensajes a l…@destino.example' }).waitFor()
    await expectSound(reader)
    await reader.getByRole('radio', { name: 'No recibir más mensajes de nadie de aquí' }).check()
    await reader.getByRole('button', { name: 'Guardar' }).click()
    await inside(reader, 'Su elección se ha guardado').waitFor()
    await expectSound(reader)
  })

  it('ya no va allí, y quien invita sabe que ha de entregar el vínculo de otro modo', async () => {
    await invite('lola@destino.example', 'Lola Prado Ruiz', 'lola.prado@nimboclaro.example')
    await inside(admin, /No se puede enviar correo a esta dirección\. El vínculo debe entregarse de otro modo/).waitFor()
    await expectSound(admin)
    await operator.goto('/operator/mail/addresses?kind=optedOut')
    await row(operator, /destino\.example/).getByText('El destinatario', { exact: true }).waitFor()
    await operator.getByLabel('Dirección', { exact: true }).fill('LOLA@destino.example')
    await operator.getByRole('button', { name: 'Buscar', exact: true }).click()
    await operator.getByRole('button', { name: 'Quitar de la lista' }).first().waitFor()
    await expectSound(operator)
  })

  it('devuelto se notifica en una lista, y se readmite con un motivo', async () => {
    await operator.goto('/operator/mail/addresses?kind=undeliverable')
    await row(operator, /destino\.example/).waitFor({ state: 'detached' })
    await operator.getByRole('button', { name: 'Notificar direcciones' }).first().click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Direcciones').fill('uno@devuelto.example;550\nesto no\n"dos@devuelto.example"')
    await drawer.getByLabel('Motivo').fill('Mensajes devueltos en noviembre')
    await expectSound(operator)
    await drawer.getByRole('button', { name: 'Notificar direcciones' }).click()
    await inside(operator, 'Estas líneas no son direcciones: 2').waitFor()
    await row(operator, /devuelto\.example/).first().waitFor()
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await operator.getByRole('button', { name: 'Quitar de la lista' }).click()
    const dialog = operator.getByRole('dialog', { name: '¿Volver a enviar correo a esta dirección?' })
    await dialog.getByLabel('Motivo').fill('Han corregido el buzón')
    await expectSound(operator)
    await dialog.getByRole('button', { name: 'Quitar de la lista' }).click()
    await inside(operator, 'La dirección ya no está en la lista').waitFor()
  })
})

describe('la ayuda', () => {
  let clerk: Page

  it('se pide al operador desde el portal propio, sobre una relación por su id.', async () => {
    clerk = await play.signIn(play.person('public-direct-bill', 'helpdeskAgent'), { width: 320 })
    await clerk.goto('/partner/support')
    await inside(clerk, 'Todavía no hay preguntas').waitFor()
    await expectSound(clerk)
    await clerk.getByRole('button', { name: 'Preguntar al operador' }).first().click()
    const drawer = clerk.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Enviar', exact: true }).click()
    await drawer.getByText('Hay', { exact: false }).first().waitFor()
    await drawer.getByLabel('Asunto').fill('No encuentro un pedido')
    await drawer.getByLabel('Mensaje').fill('El cliente dice que lo aceptó ayer.\nAquí no aparece.')
    await drawer.getByLabel('Sobre qué es').selectOption({ label: 'Una relación' })
    await drawer.getByLabel('Su id.').fill(play.person('public-customer-related', 'globalAdministrator').tenantId)
    await expectSound(clerk)
    await drawer.getByRole('button', { name: 'Enviar', exact: true }).click()
    await inside(clerk, 'Su pregunta se ha enviado').waitFor()
    await drawer.waitFor({ state: 'detached' })
  })

  it('se responde y se cierra en la consola; quien preguntó lo lee y lo reabre, y el cliente no ve nada', async () => {
    await operator.goto('/operator/support')
    await row(operator, /No encuentro un pedido/).getByText('A la espera del operador').waitFor()
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await operator.getByLabel('Respuesta').fill('Estaba en la lista de solicitudes aceptadas.')
    await expectSound(operator)
    await operator.getByRole('button', { name: 'Enviar la respuesta' }).click()
    await inside(operator, 'La respuesta se ha enviado').waitFor()
    await operator.getByRole('button', { name: 'Cerrar el caso' }).click()
    await inside(operator, 'El caso se ha cerrado').waitFor()
    await clerk.goto('/partner/support')
    await clerk.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await inside(clerk, 'Estaba en la lista de solicitudes aceptadas.').waitFor()
    await expectSound(clerk)
    await clerk.getByLabel('Mensaje').fill('Ya lo veo, pero falta uno.')
    await clerk.getByRole('button', { name: 'Escribir y reabrir' }).click()
    await inside(clerk, 'Su mensaje se ha enviado').waitFor()
    const customer = await play.signIn(play.person('public-customer-related', 'globalAdministrator'))
    await customer.goto('/admin/support')
    await inside(customer, 'Todavía no hay preguntas').waitFor()
    await expectSound(customer)
  })
})

describe('la auditoría', () => {
  it('muestra lo ocurrido en toda la instalación, y se limita a una organización', async () => {
    await operator.goto('/operator/audit')
    await inside(operator, /pidió ayuda al operador/).waitFor()
    await expectSound(operator)
    await operator.getByLabel('Resultado').selectOption({ label: 'Hecho' })
    await operator.waitForURL(/outcome=done/)
    await operator.goto('/operator/audit?type=supportCase.opened')
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await operator.getByRole('button', { name: /^Solo Nimboclaro/ }).first().waitFor()
    await expectSound(operator)
    await operator.getByRole('button', { name: /^Solo Nimboclaro/ }).first().click()
    await operator.waitForURL(/tenant=/)
    await operator.getByRole('button', { name: /Organización: Nimboclaro Soluciones/ }).waitFor()
    await expectSound(operator)
  })

  it('se exporta, y la organización lee que se consultó', async () => {
    const download = operator.waitForEvent('download')
    await operator.getByRole('button', { name: 'Exportar como CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/^auditoria-\d{4}-\d\d-\d\d\.csv$/)
    await inside(operator, 'El archivo está completo').waitFor()
    await admin.goto('/partner/activity')
    await inside(admin, /exportó el registro de auditoría/).waitFor()
    await inside(admin, /consultó el registro de auditoría/).waitFor()
  })
})

async function invite(mail: string, name: string, userName: string): Promise<void> {
  await admin.goto('/partner/settings/people')
  await admin.getByRole('button', { name: /^Invitar a una persona/ }).first().click()
  const drawer = admin.getByRole('dialog')
  await drawer.getByLabel('Nombre para mostrar').fill(name)
  await drawer.getByLabel('Dirección de correo').fill(mail)
  await drawer.getByLabel('Nombre de usuario').fill(userName)
  await drawer.getByRole('checkbox').first().check()
  await drawer.getByRole('button', { name: 'Invitar', exact: true }).click()
}
