import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowCircleRightRegular, CheckmarkCircleRegular, ClockRegular, DismissCircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { InvitationView } from './invitation-api.ts'
import { Isolated } from './Isolated.tsx'
import { PlainList } from './PlainList.tsx'
import { Section } from './Section.tsx'

const useStyles = makeStyles({
  until: { display: 'flex', alignItems: 'center', columnGap: '10px', margin: '24px 0 0', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  clock: { fontSize: '20px', flexShrink: 0 },
})

/** Plain words beside the binding text (field.md 3b-17): what is asked, what a yes changes and what it does not, and what a no means. */
export function AskedOfYou({ view, children }: { view: InvitationView; children?: ReactNode }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const names = view.partners.map(({ name }) => name)
  const isolated = (text: string) => <Isolated text={text} names={names} />
  return (
    <Panel title={t('invitation.asksTitle')}>
      <PlainList icon={ArrowCircleRightRegular} items={view.asks.plainWords.map(isolated)} />
      {view.changes.length > 0 && (
        <Section title={t('invitation.acceptingTitle')}>
          <PlainList icon={CheckmarkCircleRegular} items={view.changes.map(isolated)} />
        </Section>
      )}
      <Section title={t('invitation.decliningTitle')}>
        <PlainList icon={DismissCircleRegular} items={[rich('invitation.decliningText', { partner: <bdi>{names[0]}</bdi> })]} />
      </Section>
      {children}
      <p className={styles.until}>
        <ClockRegular className={styles.clock} aria-hidden="true" />
        {view.validUntil ? (
          <span>
            {t('invitation.validUntil')} <DateText at={view.validUntil} as="deadline" />
          </span>
        ) : (
          t('invitation.noEnd')
        )}
      </p>
    </Panel>
  )
}
