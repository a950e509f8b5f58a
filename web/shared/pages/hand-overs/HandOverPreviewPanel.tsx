import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import type { HandOverPreview } from './hand-over-api.ts'

const useStyles = makeStyles({
  heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  services: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  service: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '4px', overflowWrap: 'anywhere' },
})

/** What the customer's yes changes for whoever reads it, before anybody has to decide. */
export function HandOverPreviewPanel({ preview }: { preview: HandOverPreview }) {
  const styles = useStyles()
  const { t } = useText()
  const { ends, begins, stays, services } = preview
  return (
    <Panel title={t('handOvers.whatChanges')}>
      <Stack>
        <QuietText>{preview.moment}</QuietText>
        {([['ends', ends], ['begins', begins], ['stays', stays]] as const).map(([part, lines]) => (
          <section key={part}>
            <h3 className={styles.heading}>{t(`handOvers.part.${part}`)}</h3>
            <BulletList items={lines} />
          </section>
        ))}
        {services.length > 0 && (
          <section>
            <h3 className={styles.heading}>{t('handOvers.part.privileges')}</h3>
            <ul className={styles.services}>
              {services.map((service) => (
                <li key={service.id} className={styles.service}>
                  <span>{service.name}</span>
                  {service.ends && <StatusBadge tone="ended">{t('handOvers.privilegesEnd')}</StatusBadge>}
                  {service.begins && <StatusBadge tone="good">{t('handOvers.privilegesBegin')}</StatusBadge>}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h3 className={styles.heading}>{t('handOvers.part.liable')}</h3>
          <QuietText>{preview.liable}</QuietText>
        </section>
      </Stack>
    </Panel>
  )
}
