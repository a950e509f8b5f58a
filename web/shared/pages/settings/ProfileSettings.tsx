import { useQuery } from '@tanstack/react-query'
import { makeStyles } from '@fluentui/react-components'
import { useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CloseOrganization } from '../closure/CloseOrganization.tsx'
import { PersonalDataPanel } from '../personal-data/PersonalDataPanel.tsx'
import { ContactPanel } from './ContactPanel.tsx'
import { OrganizationFacts } from './OrganizationFacts.tsx'
import { MailPanel } from './MailPanel.tsx'
import { OwnPersonPanel } from './OwnPersonPanel.tsx'
import { ProgrammeFacts } from './ProgrammeFacts.tsx'
import { meQuery, tenantQuery } from './settings-api.ts'

const useStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))', columnGap: '20px', alignItems: 'start' },
})

/** The organization and the person themselves: what is fixed, and what they may change. */
export function ProfileSettings() {
  const styles = useStyles()
  const { t } = useText()
  const tenant = useQuery(tenantQuery)
  const { tenant: own } = useSignedIn()
  const me = useQuery(meQuery)
  return (
    <>
      <PageHeader title={t('settings.profile')} intro={t('settings.profileIntro')} />
      <div className={styles.columns}>
        <div>
          {tenant.data ? <OrganizationFacts tenant={tenant.data.value} /> : <Panel title={t('settings.organization')}><Loaded isPart query={tenant}>{() => null}</Loaded></Panel>}
          {tenant.data?.value.partner && <ProgrammeFacts partner={tenant.data.value.partner} />}
          {!own.isOperator && <CloseOrganization />}
        </div>
        <div>
          {tenant.data ? <ContactPanel tenant={tenant.data.value} etag={tenant.data.etag} /> : tenant.isPending && <Panel title={t('settings.contact')}><LoadingState lines={5} /></Panel>}
          {me.data ? <><OwnPersonPanel me={me.data.value} etag={me.data.etag} /><MailPanel me={me.data.value} /><PersonalDataPanel /></> : <Panel title={t('settings.you')}><Loaded isPart query={me}>{() => null}</Loaded></Panel>}
        </div>
      </div>
    </>
  )
}
