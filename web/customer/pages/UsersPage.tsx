import { makeStyles } from '@fluentui/react-components'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { PeopleList } from '../../shared/pages/settings/PeopleList.tsx'
import { paths } from '../../shared/paths.ts'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'

const useStyles = makeStyles({ note: { marginBottom: '16px' } })

export function UsersPage() {
  const { t } = useText()
  return <PeopleList title={t('users.title')} intro={t('users.usersIntro')} note={<PartnersNotListed />} />
}

/** A partner's roles are implicit: no list of members shows them, only the page of partners does [S0.L1.7]. */
function PartnersNotListed() {
  const { t } = useText()
  const styles = useStyles()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  return (
    <div className={styles.note}>
      <QuietText>
        {t('users.ownPartnersNotListed')} <TextLink href={paths.customer.partners}>{localName(cloud.partnerRelationshipsPageName)}</TextLink>
      </QuietText>
    </div>
  )
}
