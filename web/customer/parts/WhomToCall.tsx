import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { OwnSupport } from '../../shared/pages/service-requests/request-api.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '14px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '6px 16px', paddingBottom: '14px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { paddingBottom: 0, borderBottomStyle: 'none' } },
  what: { minWidth: 0, flex: '1 1 240px', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Each product with its support contact, as the products' support page names it. */
export function WhomToCall({ query, onAsk }: { query: UseQueryResult<OwnSupport>; onAsk: (subscriptionId: string) => void }) {
  const { t } = useText()
  return (
    <Panel title={t('serviceRequests.whomToCall')}>
      <Loaded isPart query={query}>
        {(support) => (
          <Stack>
            <QuietText>{t('serviceRequests.whomToCallText', { operator: support.operatorSupport })}</QuietText>
            {support.products.length === 0 ? <QuietText>{t('serviceRequests.noProducts')}</QuietText> : <Products products={support.products} operator={support.operatorSupport} onAsk={onAsk} />}
          </Stack>
        )}
      </Loaded>
    </Panel>
  )
}

function Products({ products, operator, onAsk }: { products: OwnSupport['products']; operator: string; onAsk: (subscriptionId: string) => void }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {products.map(({ subscriptionId, name, quantity, contact }) => (
        <li key={subscriptionId} className={styles.line}>
          <span className={styles.what}>
            {name}
            <span className={styles.quiet}>{t('serviceRequests.seats', { count: quantity })}</span>
          </span>
          <span className={styles.what}>
            {contact?.name ?? operator}
            <span className={styles.quiet}>
              {contact?.supportMpnId ? t('serviceRequests.mpnId', { id: contact.supportMpnId }) : ''} {contact && !contact.isDefault ? t('serviceRequests.designated') : ''}
            </span>
          </span>
          <Button size="small" aria-label={t('serviceRequests.askAbout', { name })} onClick={() => onAsk(subscriptionId)}>
            {t('serviceRequests.ask')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
