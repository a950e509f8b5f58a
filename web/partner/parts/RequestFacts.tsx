import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { isAwaited, type RelationshipRequest } from './request-api.ts'
import { ValidUntil } from './ValidUntil.tsx'

/** What is asked, of whom, by whom and until when. */
export function RequestFacts({ request }: { request: RelationshipRequest }) {
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const { named, serviceNames, kind, createdBy } = request
  return (
    <Panel title={t('requests.facts')}>
      <KeyValueList
        items={[
          { key: t('requests.asksFor'), value: t(`requests.kind.${kind}`) },
          request.reseller && { key: t('partnerships.jointly'), value: request.reseller.name },
          request.provider && { key: t('partnerships.jointly'), value: request.provider.name },
          { key: t('requests.privileges'), value: serviceNames.length > 0 ? formats.list(serviceNames) : t('shell.none') },
          { key: t('requests.named'), value: <Named named={named} /> },
          { key: t('requests.acceptsIn'), value: localName(cloud.customerPortalName) },
          { key: t('requests.language'), value: formats.language(request.language) },
          { key: t('requests.validUntil'), value: <ValidUntil at={request.validUntil} isAwaited={isAwaited(request.status)} /> },
          { key: t('requests.createdBy'), value: createdBy?.displayName ?? t('requests.erased') },
          { key: t('requests.created'), value: <DateText at={request.createdAt} as="dateTime" /> },
          request.followsId !== null && {
            key: t('requests.follows'),
            value: <TextLink href={paths.partner.request(request.followsId)}>{t('requests.openEarlier')}</TextLink>,
          },
        ]}
      />
    </Panel>
  )
}

function Named({ named }: Pick<RelationshipRequest, 'named'>) {
  const { t } = useText()
  const formats = useFormats()
  const { customerId, domain, country, companyName } = named
  if (customerId) {
    return (
      <>
        {companyName && <div>{companyName}</div>}
        <CopyableId id={customerId} what={t('customers.tenantId')} />
      </>
    )
  }
  if (domain) return companyName ? `${companyName} (${domain})` : domain
  const whom = country ? t('requests.anyIn', { country: formats.country(country) }) : t('requests.anybody')
  return companyName ? `${companyName}: ${whom}` : whom
}
