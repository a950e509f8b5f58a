import { makeStyles } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'
import { useRuleHref } from './LinkProvider.tsx'
import { TextLink } from './TextLink.tsx'

const useStyles = makeStyles({ link: { display: 'inline-block', marginTop: '4px' } })

/** From a refusal to the rule of the cloud behind it; nothing where there is none. */
export function RuleLink({ rule }: { rule: string | null | undefined }) {
  const styles = useStyles()
  const { t } = useText()
  const href = useRuleHref(rule)
  return href === null ? null : (
    <TextLink className={styles.link} inText href={href}>
      {t('clouds.readRule')}
    </TextLink>
  )
}
