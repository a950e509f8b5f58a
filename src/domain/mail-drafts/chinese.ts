import type { LetterTexts, LetterWords, NamedPartner } from './draft-texts.ts'

const named = ({ name, country, partnerId }: NamedPartner): string => `${name}（${country}，合作伙伴 ID：${partnerId}）`

const privilegesOf = (whose: string, { services, partnersPage }: LetterWords): string =>
  `${whose}可凭此代您管理${services.map((service) => `“${service}”`).join('、')}的用户、许可证和设置。该权限没有结束日期，您可以随时在“${partnersPage}”页面中将其删除。`

/** Simplified Chinese. Product names stand in quotation marks, so that no spaces are needed around them. */
export const chinese: LetterTexts = {
  subject: {
    establish: ({ partner, provider }) => `诚邀与 ${partner.name}${provider ? ` 及 ${provider.name}` : ''} 合作`,
    restorePrivileges: ({ partner }) => `${partner.name} 请求授予管理权限`,
  },
  subjectOf: {
    first: (subject) => subject,
    reminder: (subject) => `提醒：${subject}`,
    freshLink: (subject) => `新链接：${subject}`,
  },
  greeting: ({ customerName }) => (customerName ? `${customerName} 的同事，您好：` : '您好：'),
  opening: {
    establish: () => '我们希望成为贵组织的经销商：为您订购云服务，并与您一起做好后续管理。',
    joint: ({ provider }) => `我们希望与我们的提供商 ${provider!.name} 一起成为贵组织的经销商：我们负责管理您的云服务，提供商负责提交订单。`,
    jointByProvider: ({ partner }) => `我们希望与我们的经销商 ${partner.name} 一起成为贵组织的经销商：${partner.name} 负责管理您的云服务，我们负责提交订单。`,
    restorePrivileges: () => '我们希望为您管理服务，但目前没有所需的管理权限。',
    reminder: () => '我们此前向您发送了以下请求，目前仍待答复。无论您的决定如何，我们都期待您的回复。',
    freshLink: () => '此前发送给您的链接已失效。这是同一请求的新链接。',
  },
  identity: ({ partner, provider }) => `请求方：${named(partner)}${provider ? `，以及 ${named(provider)}` : ''}。`,
  meaning: {
    establish: () => '如果您接受，我们可以为贵组织订购订阅和服务。您现有的订阅、服务和合作伙伴均保持不变。',
    joint: () => '如果您接受，我们双方均可为贵组织订购订阅和服务。您现有的订阅、服务和合作伙伴均保持不变。',
    restorePrivileges: () => '如果您接受，我们可以为您管理服务。经销商关系和您的订阅保持不变。',
  },
  privileges: {
    asked: (words) => `我们同时请求委派管理权限：${privilegesOf('我们的员工', words)}`,
    askedAlone: (words) => `恳请您授予委派管理权限：${privilegesOf('我们的员工', words)}`,
    askedJointly: (words) =>
      `${words.partner.name} 同时请求委派管理权限，${words.provider!.name} 不请求：${privilegesOf(`${words.partner.name} 的员工`, words)}`,
    notAsked: () => '我们不请求任何管理权限：服务仍由您自行管理。',
  },
  onePartnerPerService: '每项服务同一时间只能由一个合作伙伴持有该权限。',
  agreement: '如果贵组织尚未接受客户协议，系统会在同一步骤中请您阅读并接受。',
  howToAnswer: ({ portal, billingAdministratorMayAccept }) =>
    `贵组织的全局管理员${billingAdministratorMayAccept ? '或计费管理员' : ''}可以在“${portal}”中阅读并答复此请求。如果不是由您负责，请转发本邮件。`,
  afterLink: {
    request: ({ validUntil }) => `链接有效期至 ${validUntil}。如果您不同意，请在该页面选择“拒绝”。`,
    partnerLink: () => '链接中不含贵组织的任何信息。如果您不同意，请在该页面选择“拒绝”，或不作任何操作。',
  },
  closing: ({ sender }) => `此致\n${sender.name}`,
}
