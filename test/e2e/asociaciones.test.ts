import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inside, pathOf, tenant } from '../support/acts.ts'
import { expectSound, stage } from '../support/story.ts'

/** Proveedor y revendedor: quitar, solicitar, autorizar y recortar una asociación. Each step stands on the one before. */
const play = stage()
let agent: Page
let valeria: Page
let link = ''

const provider = () => tenant(play, 'public-indirect-provider')
const reseller = () => tenant(play, 'public-indirect-reseller')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

beforeAll(async () => {
  agent = await play.signIn(play.person('public-indirect-provider', 'adminAgent'))
  valeria = await play.signIn(play.person('public-indirect-reseller', 'globalAdmin'))
})

describe('una asociación entre un proveedor indirecto y un revendedor indirecto', () => {
  it('figura en las listas de ambos, y no ha traído clientes a ninguno [S1.9]', async () => {
    await agent.getByRole('navigation').getByRole('link', { name: 'Revendedores indirectos' }).first().click()
    await heading(agent, 'Revendedores indirectos')
    await agent.getByRole('row', { name: reseller().name }).getByText('Activa').waitFor()
    await expectSound(agent)
    await valeria.getByRole('navigation').getByRole('link', { name: 'Proveedores indirectos' }).first().click()
    await heading(valeria, 'Proveedores indirectos')
    const row = valeria.getByRole('row', { name: provider().name })
    await row.getByText('Activa').waitFor()
    await expectSound(valeria)
    await valeria.getByRole('link', { name: provider().name }).first().click()
    await inside(valeria, 'Conectarse por sí solo no trajo ninguno').waitFor()
    await expectSound(valeria)
  })

  it('la quita el revendedor con la declaración de buena fe, sin avisar a ningún cliente', async () => {
    await valeria.getByRole('link', { name: 'Quitar asociación' }).click()
    await heading(valeria, 'Quitar asociación')
    await inside(valeria, /de buena fe, con un fin comercial legítimo/).waitFor()
    await inside(valeria, /no se genera ningún aviso legal/).waitFor()
    await inside(valeria, 'Los clientes siguen con ambos partners').waitFor()
    await expectSound(valeria)
    await valeria.getByRole('checkbox', { name: /Terminar también el acceso/ }).uncheck()
    await valeria.getByRole('checkbox').last().check()
    await valeria.getByRole('button', { name: 'Quitar asociación' }).click()
    await inside(valeria, 'La asociación se ha quitado').waitFor()
    await valeria.getByRole('button', { name: 'Quitar el acceso de administración' }).waitFor()
    await expectSound(valeria)
  })

  it('la solicita el proveedor con un mensaje cuyo vínculo está asociado a su cuenta [S4.14]', async () => {
    await agent.goto('/partner/indirect-resellers')
    await agent.getByRole('row', { name: reseller().name }).getByText('Quitada').waitFor()
    await agent.getByRole('button', { name: 'Solicitar una asociación' }).click()
    await agent.getByRole('textbox', { name: /Nombre del revendedor/ }).fill('Vegalinda Informática')
    await agent.getByRole('button', { name: 'Redactar el mensaje' }).click()
    await heading(agent, /Asociación con Vegalinda Informática/)
    const text = await agent.getByText(/provider-invitation#psh_/).first().textContent()
    link = pathOf(/https?:\/\/\S+#psh_[\w-]+/.exec(text ?? '')![0])
    await expectSound(agent)
    await agent.getByRole('button', { name: 'Listo' }).click()
    await inside(agent, 'La solicitud está lista').waitFor()
    await agent.getByRole('row', { name: /Vegalinda Informática A la espera/ }).waitFor()
  })

  it('mientras espera no hay nada que quitar: la página lo dice y lleva a retirarla', async () => {
    await agent.getByRole('link', { name: 'Vegalinda Informática', exact: true }).click()
    await heading(agent, /Asociación con Vegalinda Informática/)
    const path = pathOf(agent.url())
    await agent.goto(`${path}/removal`)
    await inside(agent, 'Todavía no hay ninguna asociación').waitFor()
    await expectSound(agent)
    await agent.getByRole('link', { name: 'Ir a la solicitud para retirarla' }).click()
    await agent.getByRole('button', { name: 'Retirar' }).waitFor()
    expect(pathOf(agent.url())).toBe(path)
  })

  it('detiene a quien no es administrador global, y el proveedor ve el motivo', async () => {
    const ruben = await play.signIn(play.person('public-indirect-reseller', 'adminAgent'))
    await ruben.goto(link)
    await heading(ruben, 'Hace falta un administrador global')
    await inside(ruben, 'Motivo: notGlobalAdmin').waitFor()
    await expectSound(ruben)
    await agent.goto('/partner/indirect-resellers')
    await agent.getByRole('row', { name: /A la espera/ }).first().getByRole('link', { name: 'Vegalinda Informática' }).click()
    await inside(agent, 'Alguien abrió el vínculo y no pudo continuar').waitFor()
    await expectSound(agent)
  })

  it('la autoriza el administrador global, que antes lee qué acceso da [S4.L1.1, S4.L1.2]', async () => {
    const visitor = await play.visit(link)
    await inside(visitor, provider().name).waitFor()
    await visitor.getByRole('link', { name: 'Iniciar sesión' }).first().waitFor()
    await expectSound(visitor)
    expect(visitor.url()).not.toContain('psh_')
    await valeria.goto(link)
    await heading(valeria, 'Autorizar a un proveedor indirecto')
    await inside(valeria, /recibe acceso de administración a su propia organización en/).waitFor()
    await valeria.getByRole('button', { name: 'Autorizar proveedor indirecto' }).click()
    await inside(valeria, 'Marque la casilla para autorizar al proveedor').waitFor()
    await expectSound(valeria)
    await valeria.getByRole('checkbox', { name: /He leído/ }).check()
    await valeria.getByRole('button', { name: 'Autorizar proveedor indirecto' }).click()
    await heading(valeria, 'Proveedor autorizado')
    await expectSound(valeria)
    await valeria.getByRole('main').getByRole('link', { name: 'Proveedores indirectos' }).click()
    await valeria.getByRole('row', { name: provider().name }).getByText('Activa').waitFor()
    await agent.goto('/partner/indirect-resellers')
    await agent.getByRole('row', { name: reseller().name }).getByText('Activa').waitFor()
  })

  it('el mismo vínculo no sirve dos veces', async () => {
    await valeria.goto('/partner/provider-invitation')
    await heading(valeria, 'Ya tienen una asociación')
    await expectSound(valeria)
  })

  it('sigue cuando el revendedor quita el acceso a su organización [S4.L1.2]', async () => {
    await valeria.goto('/partner/indirect-providers')
    await valeria.getByRole('row', { name: provider().name }).filter({ hasText: 'Activa' }).getByRole('link', { name: provider().name }).click()
    await valeria.getByRole('button', { name: 'Quitar el acceso de administración' }).click()
    await valeria.getByRole('dialog').getByRole('button', { name: 'Quitar el acceso de administración' }).click()
    await inside(valeria, /no tiene acceso de administración a su propia organización/).waitFor()
    await expectSound(valeria)
  })
})
