import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptHere, inside, linkShownOn, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** De la consulta a la relación: perfil de negocio, buscador, cliente potencial, solicitud. Each step stands on the one before. */
const play = stage()
let valeria: Page
let noa: Page
let link = ''

const partner = () => tenant(play, 'public-indirect-reseller')
const customer = () => tenant(play, 'public-customer-unrelated')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

/** A picture as a camera saves it. */
async function aJpeg(page: Page, width: number): Promise<Buffer> {
  const text = await page.evaluate((wide) => {
    const canvas = document.createElement('canvas')
    canvas.width = wide
    canvas.height = 60
    canvas.getContext('2d')!.fillRect(0, 0, wide, 30)
    return canvas.toDataURL('image/jpeg')
  }, width)
  return Buffer.from(text.split(',')[1]!, 'base64')
}

beforeAll(async () => {
  valeria = await play.signIn(play.person('public-indirect-reseller', 'globalAdmin'))
  noa = await play.signIn(play.person('public-customer-unrelated', 'globalAdministrator'))
})

describe('un perfil de negocio', () => {
  it('se pide antes de poder responder a nadie [S4.L3.1]', async () => {
    await valeria.getByRole('navigation').getByRole('link', { name: 'Clientes potenciales' }).first().click()
    await heading(valeria, 'Clientes potenciales')
    await inside(valeria, 'Cree antes un perfil de negocio').waitFor()
    await inside(valeria, 'Aún no hay clientes potenciales').waitFor()
    await expectSound(valeria)
  })

  it('se crea por país, con sus campos y un logotipo en JPG [S4.15, S4.L2, S4.L2.1, S4.L2.2]', async () => {
    await valeria.getByRole('navigation').getByRole('link', { name: 'Perfiles de negocio' }).first().click()
    await heading(valeria, 'Perfiles de negocio')
    await expectSound(valeria)
    await valeria.getByRole('combobox', { name: 'País o región del perfil nuevo' }).selectOption({ label: 'España' })
    await valeria.getByRole('button', { name: 'Crear perfil' }).click()
    await heading(valeria, /Perfil de negocio: España/)
    await valeria.getByRole('textbox', { name: /^Descripción/ }).fill('Ponemos en marcha la nube de talleres y cooperativas.')
    await valeria.getByRole('textbox', { name: /^Sitio web/ }).fill('https://vegalinda.example/')
    await valeria.getByRole('group', { name: 'Tipos de servicio' }).getByRole('checkbox', { name: 'Migración' }).check()
    await valeria.getByRole('textbox', { name: /^Aptitudes/ }).fill('Talleres\nCooperativas')
    await valeria.getByRole('combobox', { name: /^Otras empresas partner/ }).selectOption({ label: 'No se nombra ninguna' })
    await valeria.getByRole('button', { name: 'Guardar', exact: true }).click()
    await inside(valeria, 'El perfil se ha guardado').waitFor()
    const file = valeria.locator('input[type="file"]')
    await file.setInputFiles({ name: 'ancho.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(valeria, 400) })
    await inside(valeria, /300 píxeles de ancho y de alto\. Redúzcalo/).waitFor()
    await file.setInputFiles({ name: 'logo.jpg', mimeType: 'image/jpeg', buffer: await aJpeg(valeria, 240) })
    await valeria.getByRole('img', { name: /^Logotipo de/ }).waitFor()
    await expectSound(valeria)
  })

  it('tiene ubicaciones, que se guardan de una en una o seguidas [S4.L2.3]', async () => {
    await valeria.getByRole('button', { name: 'Publicar' }).click()
    await inside(valeria, 'Agregue al menos una ubicación').waitFor()
    await valeria.getByRole('button', { name: 'Agregar ubicación' }).click()
    const name = valeria.getByRole('textbox', { name: 'Nombre de la ubicación' })
    for (const [place, save] of [['Taller', 'Guardar esta ubicación y agregar otra'], ['Oficina', 'Guardar esta ubicación']] as const) {
      await name.fill(place)
      await valeria.getByRole('textbox', { name: 'Dirección', exact: true }).fill('Calle Ancha 3')
      await valeria.getByRole('textbox', { name: 'Ciudad' }).fill('Valdesauce')
      if (place === 'Taller') await expectSound(valeria)
      await valeria.getByRole('button', { name: save, exact: true }).click()
      if (place === 'Taller') await expect.poll(() => name.inputValue()).toBe('')
    }
    await valeria.getByRole('dialog').waitFor({ state: 'detached' })
    for (const place of ['Taller', 'Oficina']) await valeria.getByRole('button', { name: `Eliminar ${place}` }).waitFor()
  })

  it('publicado, se encuentra al momento [S4.L2.4]', async () => {
    await valeria.getByRole('button', { name: 'Publicar' }).click()
    await inside(valeria, 'El perfil ya está en el buscador de partners').waitFor()
    await noa.getByRole('navigation').getByRole('link', { name: 'Buscar un partner' }).first().click()
    await heading(noa, 'Buscar un partner')
    await noa.getByRole('searchbox', { name: 'Nombre o palabras' }).fill('cooperativas')
    await noa.getByRole('link', { name: partner().name }).waitFor()
    await expect.poll(() => noa.getByRole('main').getByRole('heading', { level: 2 }).count()).toBe(1)
    await expectSound(noa)
  })
})

describe('una consulta', () => {
  it('sale de la página del partner o de una de sus ubicaciones, y dice qué leerá cada uno [S1.27]', async () => {
    await noa.getByRole('link', { name: partner().name }).click()
    await heading(noa, partner().name)
    await inside(noa, 'Identidad sin verificar').waitFor()
    await noa.getByRole('img', { name: /^Logotipo de/ }).waitFor()
    await noa.getByRole('link', { name: 'Oficina' }).click()
    await heading(noa, `${partner().name} – Oficina`)
    await expectSound(noa)
    await noa.getByRole('link', { name: 'Contactar con este partner' }).click()
    await heading(noa, 'Escribir a partners')
    await noa.reload()
    await noa.getByRole('textbox', { name: /^Mensaje/ }).fill('Queremos el correo en la nube.\n¿Nos llaman?')
    await noa.getByRole('checkbox', { name: /me llamen directamente/ }).check()
    await noa.getByRole('button', { name: 'Enviar' }).click()
    await inside(noa, 'Indique un teléfono').waitFor()
    await noa.getByRole('textbox', { name: /^Teléfono/ }).fill('+34 910 000 042')
    await expectSound(noa)
    await noa.getByRole('button', { name: 'Enviar' }).click()
    await heading(noa, 'Consultas')
    await noa.getByRole('row', { name: partner().name }).getByText('A la espera de respuesta').waitFor()
    await expectSound(noa)
  })

  it('llega con la llama de quien pide una llamada, y el corazón la lleva a favoritos [S4.L3, S4.L3.2, S4.L3.5]', async () => {
    await valeria.getByRole('navigation').getByRole('link', { name: 'Clientes potenciales' }).first().click()
    const row = valeria.getByRole('row', { name: customer().name })
    await row.getByText('Pide que le llamen').waitFor()
    await row.getByRole('button', { name: `Agregar ${customer().name} a favoritos` }).click()
    await row.getByRole('button', { name: `Quitar ${customer().name} de favoritos` }).waitFor()
    await valeria.getByRole('link', { name: 'Favoritos' }).click()
    await valeria.getByRole('row', { name: customer().name }).waitFor()
    await expectSound(valeria)
    await valeria.getByRole('link', { name: customer().name }).click()
    await heading(valeria, new RegExp(customer().name))
    await inside(valeria, 'Llame directamente a este cliente').waitFor()
    await inside(valeria, '¿Nos llaman?').waitFor()
    await expectSound(valeria)
  })

  it('se acepta con la oportunidad y una nota [S4.L3.3]', async () => {
    await valeria.getByRole('button', { name: 'Aceptar' }).click()
    await valeria.getByRole('textbox', { name: /^Importe/ }).fill('1200.50')
    await valeria.getByLabel(/^Compra prevista/).fill('2030-01-31')
    await valeria.getByRole('dialog').getByRole('textbox', { name: /^Nota/ }).fill('Hablado por teléfono.')
    await expectSound(valeria)
    await valeria.getByRole('dialog').getByRole('button', { name: 'Aceptar' }).click()
    await inside(valeria, 'El cliente potencial se ha aceptado').waitFor()
    await inside(valeria, 'Trabajar con este cliente').waitFor()
    await expectSound(valeria)
    await noa.goto('/admin/enquiries')
    await noa.getByRole('row', { name: partner().name }).getByText('Aceptada').waitFor()
  })
})

describe('cuando acuerdan trabajar juntos', () => {
  it('la solicitud viene rellena, también si se recarga la página [S4.16]', async () => {
    await valeria.getByRole('link', { name: 'Solicitar una relación' }).click()
    await valeria.getByRole('textbox', { name: /dominio/i }).first().waitFor()
    await valeria.reload()
    const domain = valeria.getByRole('textbox', { name: /dominio/i }).first()
    await domain.waitFor()
    expect(await domain.inputValue()).toBe(customer().primaryDomain)
    await inside(valeria, 'No hay nada que lo impida.').waitFor()
    await valeria.getByRole('button', { name: 'Redactar el borrador' }).click()
    await valeria.getByRole('heading', { name: 'Mensaje para el cliente' }).waitFor()
    link = await linkShownOn(valeria)
    await valeria.getByRole('button', { name: 'Listo' }).click()
    await inside(valeria, 'La solicitud está lista').waitFor()
  })

  it('el cliente la acepta y queda en la lista del partner [S1.26, S1.27]', async () => {
    await noa.goto(link)
    await acceptHere(noa)
    await valeria.goto('/partner/customers')
    await valeria.getByRole('row', { name: customer().name }).waitFor()
  })
})

describe('una consulta retirada', () => {
  it('deja de mostrar cómo localizar al cliente', async () => {
    await noa.goto('/admin/enquiries')
    await noa.getByRole('row', { name: partner().name }).getByRole('button', { name: /Retirar/ }).click()
    await noa.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click()
    await noa.getByRole('row', { name: partner().name }).getByText('Retirada').waitFor()
    await expectSound(noa)
    await valeria.goto('/partner/referrals/leads?stage=archived')
    await valeria.getByRole('row', { name: customer().name }).getByRole('link', { name: customer().name }).click()
    await inside(valeria, 'Ya no se guardan datos de contacto').waitFor()
    await expectSound(valeria)
  })
})
