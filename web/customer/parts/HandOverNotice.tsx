import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { handOversQuery } from '../../shared/pages/hand-overs/hand-over-api.ts'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'

const useStyles = makeStyles({ bar: { marginBottom: '20px', paddingBlock: '8px' } })

/** A question of two partners that waits for the customer's answer, where it looks for its partners. */
export function HandOverNotice() {
  const styles = useStyles()
  const { t } = useText()
  const waiting = useQuery(handOversQuery({ status: 'agreed' })).data?.items ?? []
  return waiting.map(({ id, from, to }) => (
    <MessageBar key={id} intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {t('handOvers.notice', { from: from?.name ?? '', to: to?.name ?? '' })} <TextLink href={paths.customer.handOverQuestion(id)}>{t('handOvers.readAndAnswer')}</TextLink>
      </MessageBarBody>
    </MessageBar>
  ))
}
