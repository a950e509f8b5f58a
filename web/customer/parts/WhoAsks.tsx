import { makeStyles } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { AskingPartner } from './invitation-api.ts'
import { PartnerIdentity } from './PartnerIdentity.tsx'

const useStyles = makeStyles({
  partners: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))', gap: '28px 40px' },
})

/** One partner, or the reseller and its provider of a joint request [S1.31, S1.38]. */
export function WhoAsks({ partners }: { partners: readonly AskingPartner[] }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Panel title={t(partners.length > 1 ? 'invitation.whoTitleJoint' : 'invitation.whoTitle')}>
      <div className={styles.partners}>
        {partners.map((partner) => (
          <PartnerIdentity key={partner.id} partner={partner} />
        ))}
      </div>
    </Panel>
  )
}
