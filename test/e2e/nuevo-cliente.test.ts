import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { asProgram, choosePassword, inside, nameAndPassword, tenant } from '../support/acts.ts'
import { field, fillCompany, heading, next, step } from '../support/adding-customers.ts'
import { expectSound, stage } from '../support/story.ts'

/** Agregar un cliente nuevo: la empresa aún no tiene inquilino, y el partner se lo crea (semilla 001, página enlazada). */
const play = stage()
const firm = 'Talleres Olmedo de la Rueda, S. L.'
const prefix = 'talleresolmedo'
let agent: Page
const password = 'cuatro ruedas y un taller de bicicletas'
const issued: { name: string; temporary: string } = { name: '', temporary: '' }

beforeAll(async () => {
  agent = await play.signIn(play.person('public-direct-bill', 'adminAgent'))
})

describe('el agente agrega un cliente que aún no tiene inquilino', () => {
  it('empieza en la lista de clientes [S1.L1] [S4.L4]', async () => {
    await agent.goto('/partner/customers')
    await agent.getByRole('link', { name: 'Agregar cliente' }).click()
    await heading(agent, 'Agregar cliente')
    await expect.poll(() => step(agent).textContent()).toContain('Información de la cuenta')
    await field(agent, 'Nombre de la empresa').waitFor()
    await expectSound(agent)
  })

  it('lee que a quien ya existe se le envía una solicitud de relación [S1.L1.1]', async () => {
    await inside(agent, '¿La empresa ya tiene inquilino, aunque sea a través de otro partner?').waitFor()
    expect(await agent.getByRole('main').getByRole('link', { name: 'Enviar una solicitud de relación' }).first().getAttribute('href')).toBe('/partner/requests/new')
  })

  it('ve todos los campos que faltan, cada uno con su explicación', async () => {
    await next(agent, 'Suscripciones')
    await inside(agent, /Hay \d+ campos que revisar/).waitFor()
    await inside(agent, 'Elija una de las dos opciones.').waitFor()
    await expectSound(agent)
  })

  it('al escribir recibe consejos para la verificación, que nada impiden [S1.L1.4]', async () => {
    await field(agent, 'Nombre de la empresa').fill('TOR')
    await field(agent, 'Calle y número').fill('Plaza Mayor')
    await inside(agent, 'Parece una sigla. Escriba la razón social completa.').waitFor()
    await inside(agent, 'La dirección no tiene número. Escriba la calle y el número.').waitFor()
    await expectSound(agent)
  })

  it('no pasa con un nombre de prueba [S1.L1.4]', async () => {
    await fillCompany(agent, 'Prueba, S. L.', prefix)
    await agent.getByRole('radio', { name: 'Se le pedirá al cliente en su propio portal' }).check()
    await next(agent, 'Suscripciones')
    await inside(agent, 'Es un nombre de prueba. Escriba la razón social de la empresa.').waitFor()
    await expectSound(agent)
  })

  it('comprueba si el dominio está libre antes de usarlo [S1.L1.7]', async () => {
    await field(agent, 'Nombre de la empresa').fill(firm)
    await field(agent, /^Nombre de dominio/).fill('postmaster')
    await inside(agent, 'Ese nombre está reservado. Elija uno que designe a la empresa.').waitFor()
    await field(agent, /^Nombre de dominio/).fill(prefix)
    await inside(agent, `${prefix}.onmicrosoft.com está disponible.`).waitFor()
  })

  it('ve las reglas de cada país: el código postal con su forma', async () => {
    await field(agent, 'Código postal').fill('99999')
    await next(agent, 'Suscripciones')
    await inside(agent, 'El código postal no tiene la forma de los de este país.').waitFor()
    await field(agent, 'Código postal').fill('47001')
  })

  it('pasa por Suscripciones, que dice por qué no se puede pedir nada sin contrato', async () => {
    await next(agent, 'Suscripciones')
    await expect.poll(() => step(agent).textContent()).toContain('Suscripciones')
    await inside(agent, 'El cliente no ha aceptado el contrato de cliente.').waitFor()
    await inside(agent, 'El cliente se crea sin suscripciones.').waitFor()
    await expectSound(agent)
  })

  it('puede volver atrás y recargar sin perder lo escrito', async () => {
    await agent.goBack()
    await expect.poll(() => field(agent, 'Nombre de la empresa').inputValue()).toBe(firm)
    await agent.reload()
    await expect.poll(() => field(agent, 'Nombre de la empresa').inputValue()).toBe(firm)
    await next(agent, 'Suscripciones')
    await next(agent, 'Revisar')
  })

  it('revisa todo, y desde allí actualiza lo que quiera', async () => {
    await expect.poll(() => step(agent).textContent()).toContain('Revisar')
    for (const text of [firm, `${prefix}.onmicrosoft.com`, 'Calle de la Rueda 12, 47001 Valladolid', 'español (es-ES)', 'Se le pedirá al cliente en su propio portal']) await inside(agent, text).waitFor()
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Actualizar la información de la cuenta' }).click()
    await expect.poll(() => field(agent, 'Ciudad').inputValue()).toBe('Valladolid')
    await next(agent, 'Suscripciones')
    await next(agent, 'Revisar')
  })

  it('al enviar ve una sola vez el usuario y la contraseña temporal [S1.L1.6]', async () => {
    await agent.getByRole('button', { name: 'Enviar', exact: true }).click()
    await heading(agent, `${firm} ya es cliente suyo`)
    await inside(agent, 'La contraseña temporal se muestra solo esta vez.').waitFor()
    const text = await agent.getByRole('main').innerText()
    issued.name = /admin@[\w.-]+/.exec(text)![0]
    issued.temporary = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(text)![0]
    expect(issued.name).toBe(`admin@${prefix}.onmicrosoft.com`)
    for (const name of [/^Copiar.*contraseña temporal/i, 'Imprimir']) await agent.getByRole('button', { name }).waitFor()
    await expectSound(agent)
  })

  it('no sale de allí sin que se le avise', async () => {
    await agent.getByRole('link', { name: 'Listo' }).click()
    const dialog = agent.getByRole('dialog')
    await dialog.getByText('La contraseña temporal no se vuelve a mostrar.').waitFor()
    await expectSound(agent)
    await dialog.getByRole('button', { name: 'Cancelar' }).click()
    await agent.getByRole('checkbox', { name: /He guardado los datos de acceso/ }).check()
    await agent.getByRole('link', { name: 'Abrir la cuenta' }).click()
    await heading(agent, firm)
  })

  it('tiene ya la relación de revendedor con el cliente, sin más pasos [S3.4]', async () => {
    for (const text of ['Revendedor', 'Aún no aceptado', 'Aún no ha iniciado sesión']) await inside(agent, text).waitFor()
    expect(await agent.getByRole('main').innerText()).not.toContain(issued.temporary)
    await expectSound(agent)
    await agent.goto('/partner/customers?search=Talleres')
    await agent.getByRole('link', { name: firm }).waitFor()
  })
})

describe('una cuenta por cliente', () => {
  it('quien escribe un nombre que está en la lista es llevado a esa cuenta [S4.8]', async () => {
    await agent.goto('/partner/customers/new')
    await field(agent, 'Nombre de la empresa').fill(firm)
    await inside(agent, 'Este cliente ya está, o estuvo, en su lista:').waitFor()
    await expectSound(agent)
    await fillCompany(agent, firm, 'otrodominio')
    await agent.getByRole('radio', { name: 'Se le pedirá al cliente en su propio portal' }).check()
    await next(agent, 'Suscripciones')
    await inside(agent, 'Cada cliente tiene una sola cuenta').waitFor()
  })

  it('un dominio que ya existe lleva a la solicitud de relación, sin decir de quién es [S1.L1.1]', async () => {
    await field(agent, 'Nombre de la empresa').fill('Bicicletas Robledo, S. L.')
    await field(agent, /^Nombre de dominio/).fill(prefix)
    await inside(agent, 'Ese nombre de dominio no está disponible.').waitFor()
    await inside(agent, 'Si el dominio ya es de su cliente, no lo agregue otra vez:').waitFor()
    await expectSound(agent)
    await agent.getByRole('status').getByRole('link', { name: 'Enviar una solicitud de relación' }).click()
    await heading(agent, 'Nueva relación')
    await expect.poll(() => agent.getByRole('textbox', { name: 'Dominio o id. de inquilino' }).inputValue()).toBe(`${prefix}.onmicrosoft.com`)
  })
})

describe('el primer administrador', () => {
  it('recibe otra contraseña si la primera se pierde, y esta deja de valer [S1.L1.6]', async () => {
    await agent.goto('/partner/customers?search=Talleres')
    await agent.getByRole('link', { name: firm }).click()
    await agent.getByRole('button', { name: 'Emitir una nueva contraseña temporal' }).click()
    const dialog = agent.getByRole('dialog')
    await dialog.getByText('La contraseña temporal anterior deja de funcionar al momento.').waitFor()
    await expectSound(agent)
    await dialog.getByRole('button', { name: 'Emitir una nueva contraseña temporal' }).click()
    const shown = agent.getByRole('alertdialog').filter({ hasText: 'La contraseña temporal se muestra solo esta vez.' })
    await shown.waitFor()
    const text = await shown.innerText()
    const fresh = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(text)![0]
    expect(fresh).not.toBe(issued.temporary)
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Listo' }).click()
    const before = await play.visit('/admin/sign-in')
    await nameAndPassword(before, issued.name, issued.temporary)
    await inside(before, /no corresponden|no coinciden|No se pudo iniciar sesión/).waitFor()
    issued.temporary = fresh
  })

  it('al entrar por primera vez tiene que elegir su propia contraseña, y después acepta el contrato', async () => {
    const page = await play.visit('/admin/sign-in')
    await nameAndPassword(page, issued.name, issued.temporary)
    await page.getByLabel(/^Contraseña nueva/).waitFor()
    await expectSound(page)
    await choosePassword(page, password)
    await nameAndPassword(page, issued.name, password)
    await page.getByRole('navigation').first().waitFor()
    await page.goto('/admin/agreements')
    await page.getByRole('heading', { name: 'Contrato de cliente por aceptar' }).waitFor()
    await expectSound(page)
    await page.getByRole('checkbox', { name: /he leído el contrato de cliente y lo acepto/ }).check()
    await page.getByRole('button', { name: 'Aceptar el contrato' }).click()
    await page.getByRole('heading', { name: 'Contrato de cliente por aceptar' }).waitFor({ state: 'detached' })
    await expectSound(page)
    await agent.reload()
    await inside(agent, 'Ya ha iniciado sesión y ha elegido su contraseña').waitFor()
    await inside(agent, 'Aceptado').waitFor()
  })
})

describe('los países que piden el número de registro', () => {
  it('lo piden junto con el teléfono; los demás no lo tienen [S1.L1.8]', async () => {
    await agent.goto('/partner/customers/new')
    await agent.getByLabel('País o región').selectOption('HU')
    await field(agent, 'Número de registro de la organización').waitFor()
    await inside(agent, 'Obligatorio en este país.').waitFor()
    await fillCompany(agent, 'Kerék Műhely Kft.', 'kerekmuhely')
    await field(agent, 'Código postal').fill('1011')
    await next(agent, 'Suscripciones')
    await inside(agent, /Número de registro de la organización: Rellene este campo/).waitFor()
    await expectSound(agent)
    await agent.getByLabel('País o región').selectOption('ES')
    await field(agent, 'Número de registro de la organización').waitFor({ state: 'detached' })
  })
})

describe('la fe del contrato de cliente', () => {
  it('se da en la cuenta de un cliente que ya existe, nunca con una fecha futura', async () => {
    const person = play.person('public-direct-bill', 'adminAgent')
    const form = { companyName: 'Imprenta Valdelirio, S. A.', domainPrefix: 'valdelirio', country: 'ES', language: 'es', culture: 'es-ES', firstName: 'Inés', lastName: 'Prado', mail: 'ines@valdelirio.example', phone: '', addressLine1: 'Calle Real 3', addressLine2: '', city: 'Soria', state: '', postalCode: '42001', registrationNumber: '' }
    const { customerId, administrator } = await asProgram<{ customerId: string; administrator: { userPrincipalName: string; temporaryPassword: string } }>(play, person, 'POST', '/customers', { customer: form, agreement: { choice: 'customerIsAsked' } })
    Object.assign(issued, { name: administrator.userPrincipalName, temporary: administrator.temporaryPassword })
    await agent.goto(`/partner/customers/${customerId}/account`)
    await inside(agent, 'Si al cliente se le dice que acuda a su partner').waitFor()
    await agent.getByRole('region', { name: 'Contrato de cliente' }).getByRole('button', { name: 'Actualizar' }).click()
    const drawer = agent.getByRole('dialog')
    await drawer.getByLabel('Nombre', { exact: true }).fill('Inés')
    await drawer.getByLabel('Apellidos').fill('Prado')
    await drawer.getByLabel('Correo electrónico').fill('ines@valdelirio.example')
    await drawer.getByLabel('Fecha de aceptación').fill('2999-01-01')
    await drawer.getByRole('button', { name: 'Dar fe' }).click()
    await drawer.getByText('El día no puede estar en el futuro.').first().waitFor()
    await expectSound(agent)
    await drawer.getByLabel('Fecha de aceptación').fill('2026-01-15')
    await drawer.getByRole('button', { name: 'Dar fe' }).click()
    await drawer.waitFor({ state: 'detached' })
    await inside(agent, 'Usted ha dado fe').waitFor()
    await inside(agent, 'Inés Prado').waitFor()
    await expectSound(agent)
  })

  it('no se da dos veces igual', async () => {
    await agent.getByRole('region', { name: 'Contrato de cliente' }).getByRole('button', { name: 'Actualizar' }).click()
    const drawer = agent.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Dar fe' }).click()
    await drawer.getByText(/Ya ha dado fe exactamente de esto/).waitFor()
    await drawer.getByRole('button', { name: 'Cancelar' }).click()
  })

  it('el cliente la ve en Contratos, con el partner que la dio', async () => {
    const page = await play.visit('/admin/sign-in')
    await nameAndPassword(page, issued.name, issued.temporary)
    await choosePassword(page, password)
    await nameAndPassword(page, issued.name, password)
    await page.getByRole('navigation').first().waitFor()
    await page.goto('/admin/agreements')
    await page.getByRole('heading', { name: 'Atestado por sus partners' }).waitFor()
    await page.getByRole('heading', { name: `Atestado por ${tenant(play, 'public-direct-bill').name}` }).waitFor()
    await inside(page, 'Inés Prado').waitFor()
    await inside(page, play.person('public-direct-bill', 'adminAgent').displayName).waitFor()
    await expectSound(page)
  })
})

describe('quién no puede agregar clientes', () => {
  it('ve por qué: el agente de soporte, y un partner de una nube cerrada [S1.L1]', async () => {
    const helpdesk = await play.signIn(play.person('public-direct-bill', 'helpdeskAgent'))
    await helpdesk.goto('/partner/customers/new')
    await inside(helpdesk, 'Solo agregan clientes los administradores globales').waitFor()
    await expectSound(helpdesk)
    const german = await play.signIn(play.person('germany-direct-bill', 'adminAgent'))
    await german.goto('/partner/customers/new')
    await inside(german, 'En esta nube no se pueden crear inquilinos nuevos.').waitFor()
    await expectSound(german)
  })
})

describe('en una pantalla de 320 píxeles', () => {
  it('todo el formulario se rellena sin desplazarse a los lados', async () => {
    const phone = await play.signIn(play.person('public-direct-bill', 'salesAgent'), { width: 320, height: 720 })
    await phone.goto('/partner/customers/new')
    await fillCompany(phone, 'Panadería Valdehierro, S. L.', 'valdehierro')
    await phone.getByRole('radio', { name: 'Doy fe de que el cliente lo ha aceptado' }).check()
    await expectSound(phone)
    const signer = phone.getByRole('group', { name: 'Quién lo aceptó por el cliente' })
    await signer.getByLabel('Nombre', { exact: true }).fill('Lucía')
    await signer.getByLabel('Apellidos').fill('Olmedo')
    await signer.getByLabel('Correo electrónico').fill('lucia@olmedo.example')
    await signer.getByLabel('Fecha de aceptación').fill('2026-01-15')
    await next(phone, 'Suscripciones')
    await expectSound(phone)
    await next(phone, 'Revisar')
    await inside(phone, 'Lucía Olmedo, lucia@olmedo.example').waitFor()
    await expectSound(phone)
    await phone.getByRole('button', { name: 'Enviar', exact: true }).click()
    await heading(phone, /ya es cliente suyo/)
    await expectSound(phone)
    await phone.getByRole('checkbox', { name: /He guardado los datos de acceso/ }).check()
    await phone.getByRole('link', { name: 'Abrir la cuenta' }).click()
    await inside(phone, 'Usted ha dado fe').waitFor()
    await expectSound(phone)
  })
})
