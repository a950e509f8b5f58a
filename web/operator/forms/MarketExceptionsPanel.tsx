import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { OperatorManifest } from '../parts/cloud-api.ts'
import { cloudsQuery } from '../parts/operator-api.ts'
import { AddExceptionDrawer } from './AddExceptionDrawer.tsx'
import { useCloudChange } from './use-cloud-change.ts'

/** The operator's word against the table of markets, in one direction each (decision 2). */
export function MarketExceptionsPanel({ cloud }: { cloud: OperatorManifest }) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const [isAdding, setAdding] = useState(false)
  const countries = useQuery(cloudsQuery).data?.items.find(({ id }) => id === cloud.id)?.countries ?? []
  const exceptions = cloud.editable.marketExceptions
  const change = useCloudChange(cloud, () => setAdding(false))
  const without = (place: number) => ({ marketExceptions: exceptions.filter((_, other) => other !== place) })
  const nameOf = ({ partnerCountry, customerCountry }: (typeof exceptions)[number]) => `${formats.country(partnerCountry)} → ${formats.country(customerCountry)}`
  return (
    <Panel
      title={t('clouds.exceptions')}
      acts={
        <Button size="small" onClick={() => setAdding(true)}>
          {t('clouds.addException')}
        </Button>
      }
    >
      <Stack>
        {!isAdding && <ProblemBanner problem={change.error && describeProblem(change.error, texts)} />}
        <QuietText>{t(exceptions.length > 0 ? 'clouds.exceptionsText' : 'clouds.noExceptions')}</QuietText>
        <KeyValueList
          items={exceptions.map((exception, place) => ({
            key: nameOf(exception),
            value: (
              <>
                {t(exception.allowed ? 'clouds.allowed' : 'clouds.barred')}: {exception.reason}
                <Acts>
                  <Button size="small" aria-label={t('clouds.removeWhat', { name: nameOf(exception) })} disabledFocusable={change.isPending} onClick={() => change.mutate(without(place))}>
                    {t('clouds.remove')}
                  </Button>
                </Acts>
              </>
            ),
          }))}
        />
      </Stack>
      {isAdding && <AddExceptionDrawer countries={countries} change={change} onAdd={(exception) => change.mutate({ marketExceptions: [...exceptions, exception] })} onClose={() => setAdding(false)} />}
    </Panel>
  )
}
