import type { AssignableRole } from '../domain/roles.ts'

export interface CastPerson {
  readonly displayName: string
  /** before the @ */
  readonly userName: string
  readonly roles: readonly AssignableRole[]
}

export interface CastTenant {
  /** the stable name for scripts */
  readonly key: string
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly domain: string
  readonly language: string
  readonly timeZone: string
  readonly partner?: { readonly kinds: readonly string[]; readonly programmeId: string; readonly isVerified: boolean }
  readonly isCustomer?: true
  readonly isOperator?: true
  readonly relatedWith?: string
  /** whether the relationship came with privileges */
  readonly hasPrivileges?: boolean
  readonly people: readonly CastPerson[]
}

const person = (displayName: string, userName: string, ...roles: AssignableRole[]): CastPerson => ({ displayName, userName, roles })

/** The tenants and people a story needs, in every cloud. Firms and names are made up; domains lie in .example. */
export const cast: readonly CastTenant[] = [
  {
    key: 'operator', name: 'Operadora Vínculo', cloud: 'public', country: 'ES', domain: 'operadora-vinculo.example', language: 'es', timeZone: 'Europe/Madrid',
    isOperator: true, people: [person('Olalla Faroquieto', 'olalla', 'operator')],
  },
  {
    key: 'public-direct-bill', name: 'Nimboclaro Soluciones, S.L.', cloud: 'public', country: 'ES', domain: 'nimboclaro.example', language: 'es', timeZone: 'Europe/Madrid',
    partner: { kinds: ['directBill'], programmeId: '4711001', isVerified: true },
    people: [
      person('Greta Fontanal', 'greta', 'globalAdmin'), person('Hilario Peñarrubia', 'hilario', 'adminAgent'), person('Celia Arroyal', 'celia', 'salesAgent'),
      person('Bruno Tejadilla', 'bruno', 'helpdeskAgent'), person('Uxía Montesol', 'uxia', 'userManagementAdmin'), person('Tadeo Hontoria', 'tadeo', 'billingAdmin'),
    ],
  },
  {
    key: 'public-indirect-provider', name: 'Mayorista Sietepuentes, S.A.', cloud: 'public', country: 'ES', domain: 'sietepuentes.example', language: 'es', timeZone: 'Europe/Madrid',
    partner: { kinds: ['indirectProvider'], programmeId: '4711002', isVerified: true },
    people: [person('Elsa Riberuela', 'elsa', 'globalAdmin'), person('Óscar Llanura', 'oscar', 'adminAgent'), person('Inés Gavilar', 'ines', 'salesAgent')],
  },
  {
    key: 'public-indirect-reseller', name: 'Vegalinda Informática, S.L.', cloud: 'public', country: 'ES', domain: 'vegalinda.example', language: 'es', timeZone: 'Europe/Madrid',
    partner: { kinds: ['indirectReseller'], programmeId: '4711003', isVerified: false },
    people: [person('Valeria Encinal', 'valeria', 'globalAdmin'), person('Rubén Quintanal', 'ruben', 'adminAgent'), person('Lía Brezales', 'lia', 'salesAgent')],
  },
  {
    key: 'public-customer-related', name: 'Conservas Playa Mansa, S.A.', cloud: 'public', country: 'ES', domain: 'playamansa.example', language: 'es', timeZone: 'Europe/Madrid',
    isCustomer: true, relatedWith: 'public-direct-bill', hasPrivileges: true,
    people: [person('Pilar Sotoalto', 'pilar', 'globalAdministrator'), person('Fermín Candelar', 'fermin', 'billingAdministrator'), person('Sol Nogaleda', 'sol')],
  },
  {
    key: 'public-customer-without-privileges', name: 'Escuela Roble Alto, S. Coop.', cloud: 'public', country: 'ES', domain: 'roblealto.example', language: 'es', timeZone: 'Atlantic/Canary',
    isCustomer: true, relatedWith: 'public-direct-bill', hasPrivileges: false, people: [person('Julián Valdehoja', 'julian', 'globalAdministrator')],
  },
  {
    key: 'public-customer-unrelated', name: 'Hilaturas Nube Baja, S.L.', cloud: 'public', country: 'ES', domain: 'nubebaja.example', language: 'es', timeZone: 'Europe/Madrid',
    isCustomer: true, people: [person('Noa Olivarde', 'noa', 'globalAdministrator'), person('Mateo Dehesina', 'mateo', 'billingAdministrator'), person('Aitana Faroquieto', 'aitana')],
  },
  {
    key: 'public-customer-several', name: 'Ópticas Tres Esquinas, S.A.', cloud: 'public', country: 'ES', domain: 'tresesquinas.example', language: 'es', timeZone: 'Europe/Madrid',
    isCustomer: true, people: [
      person('Amparo Lagunilla', 'amparo', 'globalAdministrator'), person('Nicanor Brañavera', 'nicanor'), person('Begoña Riosal', 'begona'), person('Ulises Tamarindo', 'ulises'),
    ],
  },
  {
    key: 'usGov-direct-bill', name: 'Lowmoon Federal Partners, Inc.', cloud: 'usGov', country: 'US', domain: 'lowmoon-federal.example', language: 'en', timeZone: 'America/New_York',
    partner: { kinds: ['directBill'], programmeId: '4722001', isVerified: true },
    people: [person('Ada Greendoor', 'ada', 'globalAdmin'), person('Dexter Brookslow', 'dexter', 'adminAgent'), person('Imogen Amberhill', 'imogen', 'salesAgent'), person('Hollis Deepvale', 'hollis', 'helpdeskAgent')],
  },
  {
    key: 'usGov-customer-related', name: 'Calmharbour Water District', cloud: 'usGov', country: 'US', domain: 'calmharbour-water.example', language: 'en', timeZone: 'America/Los_Angeles',
    isCustomer: true, relatedWith: 'usGov-direct-bill', hasPrivileges: true, people: [person('Linden Fairlevel', 'linden', 'globalAdministrator')],
  },
  {
    key: 'usGov-customer-unrelated', name: 'Tall Birch County Library System', cloud: 'usGov', country: 'US', domain: 'tallbirch-library.example', language: 'en', timeZone: 'America/Chicago',
    isCustomer: true, people: [person('Edith Eastbirch', 'edith', 'globalAdministrator')],
  },
  {
    key: 'germany-direct-bill', name: 'Grüntor Wolkenwerk GmbH', cloud: 'germany', country: 'DE', domain: 'gruentor-wolkenwerk.example', language: 'de', timeZone: 'Europe/Berlin',
    partner: { kinds: ['directBill'], programmeId: '4733001', isVerified: true },
    people: [person('Gesine Stilltaler', 'gesine', 'globalAdmin'), person('Falk Hochbirk', 'falk', 'adminAgent'), person('Britta Mondgrunder', 'britta', 'salesAgent'), person('Hauke Langwieser', 'hauke', 'helpdeskAgent')],
  },
  {
    key: 'germany-customer-related', name: 'Weingut Schneegipfel eG', cloud: 'germany', country: 'DE', domain: 'weingut-schneegipfel.example', language: 'de', timeZone: 'Europe/Berlin',
    isCustomer: true, relatedWith: 'germany-direct-bill', hasPrivileges: true, people: [person('Isolde Ruhhäfner', 'isolde', 'globalAdministrator')],
  },
  {
    key: 'germany-customer-unrelated', name: 'Reederei Blauufer AG', cloud: 'germany', country: 'DE', domain: 'reederei-blauufer.example', language: 'de', timeZone: 'Europe/Berlin',
    isCustomer: true, people: [person('Detlef Siebenquell', 'detlef', 'globalAdministrator')],
  },
  {
    key: 'china-direct-bill', name: '云岸信息技术有限公司', cloud: 'china', country: 'CN', domain: 'yunan-xinxi.example', language: 'zh-Hans', timeZone: 'Asia/Shanghai',
    partner: { kinds: ['directBill'], programmeId: '4744001', isVerified: true },
    people: [person('静晓岚', 'jing.xiaolan', 'globalAdmin'), person('蓝亦辰', 'lan.yichen', 'adminAgent'), person('雪思桦', 'xue.sihua', 'salesAgent'), person('绿宥廷', 'lv.youting', 'helpdeskAgent')],
  },
  {
    key: 'china-indirect-provider', name: '丰桥云分销有限公司', cloud: 'china', country: 'CN', domain: 'fengqiao-yun.example', language: 'zh-Hans', timeZone: 'Asia/Shanghai',
    partner: { kinds: ['indirectProvider'], programmeId: '4744002', isVerified: true },
    people: [person('桥晓明', 'qiao.xiaoming', 'globalAdmin'), person('丰若岚', 'feng.ruolan', 'adminAgent')],
  },
  {
    key: 'china-indirect-reseller', name: '青石信息服务有限公司', cloud: 'china', country: 'CN', domain: 'qingshi-fuwu.example', language: 'zh-Hans', timeZone: 'Asia/Shanghai',
    partner: { kinds: ['indirectReseller'], programmeId: '4744003', isVerified: true },
    people: [person('石安然', 'shi.anran', 'globalAdmin'), person('青允', 'qing.yun', 'adminAgent')],
  },
  {
    key: 'china-customer-related', name: '老园茶业有限公司', cloud: 'china', country: 'CN', domain: 'laoyuan-chaye.example', language: 'zh-Hans', timeZone: 'Asia/Shanghai',
    isCustomer: true, relatedWith: 'china-direct-bill', hasPrivileges: true, people: [person('雪晓岚', 'xue.xiaolan', 'globalAdministrator')],
  },
  {
    key: 'china-customer-unrelated', name: '七泉地图股份有限公司', cloud: 'china', country: 'CN', domain: 'qiquan-ditu.example', language: 'zh-Hans', timeZone: 'Asia/Shanghai',
    isCustomer: true, people: [person('蓝思桦', 'lan.sihua', 'globalAdministrator')],
  },
]
