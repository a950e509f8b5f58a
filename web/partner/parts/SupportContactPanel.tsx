import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { supportContactQuery } from './support-contact-api.ts'

/** Whom the customer calls for this subscription, and the way to name another. */
export function SupportContactPanel({ customerId, subscriptionId }: { customerId: string; subscriptionId: string }) {
  const { t } = useText()
  return (
    <Panel title={t('supportContact.title')}>
      <Loaded isPart query={useQuery(supportContactQuery(customerId, subscriptionId))}>
        {({ value: { contact } }) => (
          <Stack>
            <QuietText>{contact ? `${contact.name} · ${t(contact.isDefault ? 'supportContact.byDefault' : 'supportContact.designated')}` : t('supportContact.notShown')}</QuietText>
            <TextLink href={paths.partner.customerSupportContact(customerId, subscriptionId)}>{t('supportContact.open')}</TextLink>
          </Stack>
        )}
      </Loaded>
    </Panel>
  )
}
