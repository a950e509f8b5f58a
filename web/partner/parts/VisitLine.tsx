import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Reason } from './Reason.tsx'
import type { Visit } from './request-api.ts'

const useStyles = makeStyles({
  blocked: { color: tokens.colorPaletteRedForeground1 },
  code: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Who came to the page of the request, said by class only, and why it was stopped: the same code that the page showed them (decision 6) [H-1, H-2]. */
export function VisitLine({ visit }: { visit: Visit }) {
  const styles = useStyles()
  const { t } = useText()
  const who = t(`requests.visitor.${visit.visitor}`)
  if (visit.outcome === 'opened') return t('requests.openedBy', { who })
  return (
    <>
      <span className={styles.blocked}>{t('requests.blockedVisit', { who })}</span>
      <Reason text={visit.reasonText} />
      {visit.reasonCode && (
        <span className={styles.code}>
          {t('shell.reasonCode')}: <code>{visit.reasonCode}</code>
        </span>
      )}
    </>
  )
}
