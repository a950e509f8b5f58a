import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Impact } from '../../shared/pages/services/service-api.ts'
import { FittingSelect } from '../../shared/form/FittingSelect.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type HealthOfCloud, healthOfCloudsKey, impacts } from '../parts/service-health-api.ts'
import { BothWords, isWhole, noWords, sent, trimmed } from './BothWords.tsx'

/** Something is wrong with a service from now on; the first words on it go along. */
export function StateIncidentDrawer({ cloud, onClose }: { cloud: HealthOfCloud; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [serviceId, setService] = useState(cloud.services[0]?.service ?? '')
  const [impact, setImpact] = useState<Impact>('degraded')
  const [title, setTitle] = useState(noWords)
  const [note, setNote] = useState(noWords)
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/operator/service-health/${cloud.cloud}/incidents`, { body: { serviceId, impact, title: trimmed(title), ...sent(note), startedAt: null }, idempotencyKey }),
    changes: [healthOfCloudsKey],
    onDone: () => {
      notify.done(t('services.incidentDone'))
      onClose()
    },
  })
  const isComplete = isWhole(title) && isWhole(note)
  return (
    <FormDrawer title={t('services.stateIncident')} intro={t('services.stateIncidentIntro')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('services.service')}>
            <FittingSelect value={serviceId} onChange={(_, { value }) => setService(value)}>
              {cloud.services.map(({ service, serviceName }) => (
                <option key={service} value={service}>
                  {serviceName}
                </option>
              ))}
            </FittingSelect>
          </Field>
          <Field label={t('services.impact')}>
            <FittingSelect value={impact} onChange={(_, { value }) => setImpact(value as Impact)}>
              {impacts.map((one) => (
                <option key={one} value={one}>
                  {t(`services.impact.${one}`)}
                </option>
              ))}
            </FittingSelect>
          </Field>
          <Field label={t('services.titleEs')} required>
            <Input value={title.es} maxLength={100} lang="es" onChange={(_, { value }) => setTitle({ ...title, es: value })} />
          </Field>
          <Field label={t('services.titleEn')} required>
            <Input value={title.en} maxLength={100} lang="en" onChange={(_, { value }) => setTitle({ ...title, en: value })} />
          </Field>
          <BothWords words={note} onChange={setNote} />
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={!isComplete || act.isPending}>
              {t('services.stateIncident')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
