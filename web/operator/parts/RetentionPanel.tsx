import { queryOptions, useQuery } from '@tanstack/react-query'
import type { DueRetention } from '../../../src/http/portal/erasures.ts'
import { api } from '../../shared/api/api.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'

const retentionQuery = queryOptions({ queryKey: ['operator', 'retention'], queryFn: ({ signal }) => api.get<DueRetention>('/operator/retention', { signal }), staleTime: 0 })

/** A dry run of everything that is forgotten by itself. */
export function RetentionPanel() {
  const { t } = useText()
  const due = useQuery(retentionQuery)
  return (
    <Panel title={t('personalData.retention')}>
      <Stack>
        <QuietText>{t('personalData.retentionIntro')}</QuietText>
        <Loaded isPart query={due}>
          {({ items }) => (
            <KeyValueList items={items.map(({ what, keptDays, due: count }) => ({ key: t(`personalData.due.${what}`, { days: keptDays }), value: t('personalData.dueNow', { count }) }))} />
          )}
        </Loaded>
      </Stack>
    </Panel>
  )
}
