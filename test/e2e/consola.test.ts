import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { choosePassword, enrolSecondFactor, inside, linkMailedTo, nameAndPassword, reloadUntil } from '../support/acts.ts'
import { headingOf } from '../support/browser.ts'
import { expectSound, stage } from '../support/story.ts'

/** La consola del operador: un partner entra en el programa paso a paso. Each step stands on the one before. */
const play = stage()
let operator: Page
let admin: Page
const password = 'cuatro palabras sin relación alguna'

beforeAll(async () => {
  operator = await play.signIn(play.person('operator', 'operator'))
})

async function openPartner(): Promise<void> {
  await operator.goto('/operator?search=brumas')
  await operator.getByRole('link', { name: 'Brumas del Ebro, S.L.' }).click()
  await operator.getByRole('heading', { level: 1, name: /Brumas del Ebro/ }).waitFor()
}

const step = (name: string) => operator.getByRole('listitem').filter({ hasText: name })

describe('un partner entra en el programa', () => {
  it('sin id. del programa ni contrato, y no con una dirección de correo web gratuito [S4.L1.5]', async () => {
    await operator.getByRole('button', { name: 'Inscribir a un partner' }).first().click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Nombre de la organización').fill('Brumas del Ebro, S.L.')
    await drawer.getByLabel('Nube', { exact: true }).selectOption('public')
    await drawer.getByLabel('País o región').selectOption({ label: 'España' })
    await drawer.getByLabel('Dominio principal').fill('brumasebro.example')
    await drawer.getByRole('checkbox', { name: 'Partner de facturación directa' }).check()
    await drawer.getByLabel('Nombre de la persona').fill('Iria Soto')
    await drawer.getByLabel('Dirección de correo').fill('iria@gmail.com')
    await drawer.getByRole('button', { name: 'Inscribir', exact: true }).click()
    await drawer.getByText('Si el contrato ya está firmado, hace falta el id. del programa.').first().waitFor()
    await expectSound(operator)
    await drawer.getByLabel('Contrato de partner').selectOption('portal')
    await drawer.getByRole('button', { name: 'Inscribir', exact: true }).click()
    await drawer.getByText(/Es una dirección de correo web gratuito/).first().waitFor()
    await drawer.getByLabel('Dirección de correo').fill('iria@brumasebro.example')
    await drawer.getByRole('button', { name: 'Inscribir', exact: true }).click()
    await drawer.getByText(/recibe un mensaje con un vínculo/).waitFor()
    await drawer.getByRole('button', { name: 'Listo' }).click()
    admin = await play.visit(await linkMailedTo(play, 'iria@brumasebro.example'), { width: 320 })
    await choosePassword(admin, password)
    await nameAndPassword(admin, 'iria@brumasebro.example', password)
    await enrolSecondFactor(admin)
  })

  it('pero solicitar, firmar y comprar esperan al contrato, y el contrato al id. del programa [S4.L1.6]', async () => {
    await inside(admin, 'El contrato de partner está sin firmar').waitFor()
    await headingOf(admin).waitFor()
    await expectSound(admin)
    await admin.goto('/partner/requests/new')
    await inside(admin, /El partner todavía no ha firmado el contrato de partner/).waitFor()
    await admin.goto('/partner/settings/legal')
    await inside(admin, /El operador todavía no ha registrado el id\. del programa/).waitFor()
    expect(await admin.getByRole('button', { name: 'Firmar el contrato' }).getAttribute('aria-disabled')).toBe('true')
    await expectSound(admin)
  })

  it('el operador registra sus comprobaciones, con quién, cuándo y cómo [S4.L1.5]', async () => {
    await openPartner()
    await step('Id. del programa de una ubicación').getByText('Pendiente').waitFor()
    await step('con una cuenta de trabajo').getByText('Hecho').waitFor()
    await expectSound(operator)
    await operator.getByRole('button', { name: 'Registrar el id. del programa' }).click()
    const dialog = operator.getByRole('dialog')
    await dialog.getByLabel('Id. del programa').fill('471100')
    await dialog.getByLabel('País de la ubicación').selectOption({ label: 'Francia' })
    await dialog.getByRole('button', { name: 'Registrar el id. del programa' }).click()
    await dialog.getByText(/es de una ubicación de otro país/).waitFor()
    await expectSound(operator)
    await dialog.getByLabel('País de la ubicación').selectOption({ label: 'España' })
    await dialog.getByRole('button', { name: 'Registrar el id. del programa' }).click()
    await step('Id. del programa de una ubicación').getByText(/registrado por un operador/).waitFor()

    await operator.getByRole('button', { name: 'Registrar los datos' }).click()
    const fields = {
      'Nombre legal': 'Brumas del Ebro, Sociedad Limitada', 'Calle y número': 'Paseo del Puente 3', Ciudad: 'Tudela', 'Persona de contacto': 'Iria Soto',
      'Correo de contacto': 'iria@brumasebro.example', 'Correo de soporte para clientes': 'ayuda@hotmail.es',
    }
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value)
    await dialog.getByRole('button', { name: 'Guardar' }).click()
    await dialog.getByText(/Es una dirección de correo web gratuito/).first().waitFor()
    await expectSound(operator)
    await dialog.getByLabel('Correo de soporte para clientes', { exact: true }).fill('ayuda@brumasebro.example')
    await dialog.getByRole('button', { name: 'Guardar' }).click()
    await step('Nombre legal, dirección').getByText(/registrado por un operador/).waitFor()

    await operator.getByRole('button', { name: 'Marcar como verificado' }).click()
    await dialog.getByLabel(/^Nota/).fill('Registro Mercantil de Navarra visto')
    await dialog.getByRole('button', { name: 'Marcar como verificado' }).click()
    await step('Identidad verificada').getByText('Nota: Registro Mercantil de Navarra visto').waitFor()
    await expectSound(operator)
  })

  it('publica el contrato de partner de la nube', async () => {
    await operator.goto('/operator/agreements')
    await inside(operator, /Nube pública: Versión 1/).waitFor()
    await expectSound(operator)
    await operator.getByRole('button', { name: 'Publicar un contrato de partner' }).click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Nube', { exact: true }).selectOption('public')
    await drawer.getByRole('button', { name: 'Partir de nuestra muestra' }).click()
    expect(await drawer.getByLabel('Título (español)').inputValue()).toBe('Contrato de partner (MUESTRA)')
    await expectSound(operator)
    await drawer.getByRole('button', { name: 'Publicar', exact: true }).click()
    await inside(operator, /Nube pública: Versión 2/).waitFor()
  })

  it('lo firma un administrador global en el portal, y desde entonces puede solicitar [S4.L1.5] [S4.L1.6]', async () => {
    await admin.goto('/partner/settings/legal')
    await inside(admin, 'Contrato de partner (MUESTRA)').waitFor()
    await admin.getByRole('button', { name: 'Firmar el contrato' }).click()
    await inside(admin, 'Marque la casilla para firmar.').waitFor()
    await expectSound(admin)
    await admin.getByRole('checkbox', { name: /He leído el contrato y lo firmo en nombre de/ }).check()
    await admin.getByRole('button', { name: 'Firmar el contrato' }).click()
    await inside(admin, 'Firmado por').waitFor()
    await admin.getByText('El contrato de partner está sin firmar').waitFor({ state: 'detached' })
    await expectSound(admin)
    await admin.goto('/partner/requests/new')
    await headingOf(admin).waitFor()
    await admin.waitForLoadState('networkidle')
    expect(await admin.getByText(/todavía no ha firmado el contrato de partner/).count()).toBe(0)
  })

  it('y la lista recuerda que quien firmó debe pertenecer a los agentes de administración [S4.L1.5]', async () => {
    await openPartner()
    await step('Contrato de partner firmado').getByText(/Iria Soto: firmado en el portal para partners/).waitFor()
    await step('pertenece a los agentes de administración').getByText('Pendiente').waitFor()
    await expectSound(operator)
  })
})

describe('un cliente se cierra', () => {
  it('tras leer qué termina, y la lista lo muestra cerrado', async () => {
    await operator.goto('/operator/organizations?search=conservas')
    const row = operator.getByRole('row').filter({ hasText: 'Cliente' }).first()
    await row.waitFor()
    await operator.getByRole('button', { name: /^Mostrar los detalles/ }).first().click()
    await operator.getByRole('button', { name: 'Cerrar la organización' }).click()
    const dialog = operator.getByRole('dialog')
    await dialog.getByText(/No se puede volver a abrir/).waitFor()
    await expectSound(operator)
    await dialog.getByRole('button', { name: 'Cerrar la organización' }).click()
    await dialog.waitFor({ state: 'detached' })
    await row.getByText('Cerrada').waitFor()
    await expectSound(operator)
  })
})

describe('un contrato de cliente se redacta, se publica y se firma de nuevo', () => {
  it('como borrador que nadie ve, con vista previa', async () => {
    await operator.goto('/operator/agreements/new')
    const spanish = operator.getByRole('region', { name: 'Español' })
    await spanish.getByLabel('Título').fill('Contrato de cliente de otoño')
    await operator.getByRole('button', { name: 'Guardar como borrador' }).click()
    await operator.getByRole('link', { name: /^Nube pública, Todos los países/ }).click()
    await spanish.getByLabel('Texto').fill('1. Todo lo que se firma queda escrito.\n')
    await operator.getByRole('button', { name: 'Vista previa' }).click()
    const dialog = operator.getByRole('dialog')
    await dialog.getByText('1. Todo lo que se firma queda escrito.').waitFor()
    await expectSound(operator)
    await dialog.getByRole('button', { name: 'Cerrar' }).click()
  })

  it('se publica para que todos firmen de nuevo, y el portal del cliente lo dice', async () => {
    const customer = await play.signIn(play.person('public-customer-without-privileges', 'globalAdministrator'), { width: 320 })
    await customer.waitForLoadState('networkidle')
    expect(await customer.getByText('Hay un contrato de cliente nuevo por firmar').count()).toBe(0)
    await operator.getByRole('checkbox', { name: /tienen que firmar también esta/ }).check()
    await operator.getByRole('button', { name: 'Publicar', exact: true }).click()
    await operator.getByRole('dialog').getByRole('button', { name: 'Publicar' }).click()
    await operator.getByRole('row', { name: /Versión 2 Nube pública/ }).getByText('Sí').waitFor()
    expect(await operator.getByRole('region', { name: 'Borradores' }).count()).toBe(0)
    await expectSound(operator)

    await customer.reload()
    await customer.getByRole('link', { name: 'Leer y firmar' }).click()
    await inside(customer, '1. Todo lo que se firma queda escrito.').waitFor()
    await expectSound(customer)
    await customer.getByRole('checkbox', { name: /he leído el contrato de cliente y lo acepto/ }).check()
    await customer.getByRole('button', { name: 'Aceptar el contrato' }).click()
    await customer.getByText('Hay un contrato de cliente nuevo por firmar').first().waitFor({ state: 'detached' })
    await inside(customer, 'Contrato de cliente de otoño').waitFor()
    await expectSound(customer)
  })
})

describe('las nubes son datos', () => {
  it('con sus reglas en palabras; el operador cambia nombres y políticas', async () => {
    await operator.goto('/operator/clouds')
    await operator.getByRole('link', { name: 'Todas las reglas de Nube pública' }).click()
    // La misma frase está en la lista de nubes: el encabezado dice que ya es la página de una.
    await operator.getByRole('heading', { level: 1, name: 'Nube pública' }).waitFor()
    await inside(operator, 'se solicitan salvo que el partner desmarque la casilla').waitFor()
    await expectSound(operator)
    await operator.getByRole('button', { name: 'Fijar las políticas' }).click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Privilegios al quitar la relación').selectOption({ label: 'Terminan siempre' })
    await expectSound(operator)
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await drawer.waitFor({ state: 'detached' })
    await inside(operator, 'Cambiada aquí').waitFor()
    await operator.getByRole('button', { name: 'Cambiar los nombres' }).click()
    await drawer.getByLabel('Portal para partners (español)').fill('Mesa de partners')
    await expectSound(operator)
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await drawer.waitFor({ state: 'detached' })
    await inside(operator, 'Mesa de partners').waitFor()
    // En menos de un segundo lo siguen todas las páginas, en todos los procesos.
    await reloadUntil(admin, admin.getByRole('banner').getByText('Mesa de partners'))
  })

  it('añade una excepción a los mercados y la quita', async () => {
    await operator.getByRole('button', { name: 'Añadir una excepción' }).click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await expectSound(operator)
    await drawer.getByLabel('País del partner').selectOption({ label: 'España' })
    await drawer.getByLabel('País del cliente').selectOption({ label: 'Estados Unidos' })
    await drawer.getByLabel('Motivo').fill('Acuerdo 12')
    await drawer.getByRole('button', { name: 'Guardar' }).click()
    await drawer.waitFor({ state: 'detached' })
    await inside(operator, 'Permitido: Acuerdo 12').waitFor()
    await expectSound(operator)
    await operator.getByRole('button', { name: 'Quitar la excepción España → Estados Unidos' }).click()
    await inside(operator, 'No hay ninguna: solo cuenta la tabla de mercados.').waitFor()
  })

  it('añade una nube propia como copia de otra', async () => {
    await operator.goto('/operator/clouds')
    await operator.getByRole('button', { name: 'Añadir una nube' }).click()
    const drawer = operator.getByRole('dialog')
    await drawer.getByLabel('Código').fill('Mi nube')
    await drawer.getByRole('button', { name: 'Añadir', exact: true }).click()
    await inside(operator, 'Use de 2 a 31 letras y cifras, empezando por una letra minúscula.').waitFor()
    await expectSound(operator)
    await drawer.getByLabel('Código').fill('adatum')
    await drawer.getByLabel('Nombre en español').fill('Nube Adatum')
    await drawer.getByLabel('Nombre en inglés').fill('Adatum cloud')
    await drawer.getByRole('button', { name: 'Añadir', exact: true }).click()
    await drawer.waitFor({ state: 'detached' })
    await operator.getByRole('link', { name: 'Todas las reglas de Nube Adatum' }).waitFor()
    await expectSound(operator)
  })
})

describe('la imagen de marca es del operador', () => {
  it('un color demasiado claro se rechaza; lo guardado se ve en la entrada y en la barra', async () => {
    await operator.goto('/operator/branding')
    await operator.getByLabel(/^Color de la barra/).fill('#ffe066')
    await inside(operator, /Hace falta al menos 4,5 a 1\./).waitFor()
    await operator.getByRole('button', { name: 'Guardar' }).click()
    await inside(operator, /no se leen las letras blancas/).waitFor()
    await expectSound(operator)
    await operator.getByLabel(/^Color de la barra/).fill('#5b2a86')
    await operator.getByRole('textbox', { name: /^Nombre/ }).fill('Nubes Reunidas')
    await operator.getByLabel(/^Aviso legal/).fill('https://nubes.example/legal')
    await operator.getByRole('button', { name: 'Guardar' }).click()
    await operator.getByRole('banner').getByText('Nubes Reunidas').waitFor()
    await expectSound(operator)
    const visitor = await play.visit('/admin/sign-in', { width: 320 })
    await visitor.getByRole('link', { name: 'Aviso legal' }).waitFor()
    await visitor.getByRole('main').getByText('Nubes Reunidas').waitFor()
    await expectSound(visitor)
  })
})

describe('el estado y las tareas', () => {
  it('dicen con palabras si la instalación puede hacer su trabajo', async () => {
    await operator.goto('/operator/health')
    await inside(operator, 'La instalación está lista: /readyz responde 200.').waitFor()
    await inside(operator, /Una escritura llegó al disco en/).waitFor()
    await inside(operator, /GB libres donde están los datos/).waitFor()
    await inside(operator, 'Ninguna tarea vencida espera a que alguien la tome.').waitFor()
    await inside(operator, 'Tareas').waitFor()
    await expectSound(operator)
  })
})
