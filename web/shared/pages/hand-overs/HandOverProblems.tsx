import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { QuietText } from '../../ui/Stack.tsx'

const useStyles = makeStyles({ bar: { marginBottom: '20px', paddingBlock: '8px', overflowWrap: 'anywhere' } })

/** Everything that stands in the way, with its code, before anybody tries. */
export function HandOverProblems({ problems, children }: { problems: readonly { readonly reasonCode: string; readonly reasonText: string }[]; children?: ReactNode }) {
  const styles = useStyles()
  const { t } = useText()
  if (problems.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('handOvers.inTheWay')}</MessageBarTitle>
        <BulletList items={problems.map(({ reasonText }) => reasonText)} />
        <QuietText>{t('handOvers.reasonCodes', { codes: problems.map(({ reasonCode }) => reasonCode).join(', ') })}</QuietText>
        {children}
      </MessageBarBody>
    </MessageBar>
  )
}
