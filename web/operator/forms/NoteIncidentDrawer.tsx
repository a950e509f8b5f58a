import { Button, Checkbox, Field } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Impact, Incident } from '../../shared/pages/services/service-api.ts'
import { FittingSelect } from '../../shared/form/FittingSelect.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { healthOfCloudsKey, impacts } from '../parts/service-health-api.ts'
import { BothWords, isWhole, noWords, sent } from './BothWords.tsx'

/** How an incident goes on, another impact, or its end. */
export function NoteIncidentDrawer({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [words, setWords] = useState(noWords)
  const [impact, setImpact] = useState<Impact | ''>('')
  const [hasEnded, setEnded] = useState(false)
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/operator/service-incidents/${incident.incidentId}/notes`, { body: { ...sent(words), impact: impact || null, hasEnded }, ifMatch: `"${incident.version}"`, idempotencyKey }),
    changes: [healthOfCloudsKey],
    onDone: () => {
      notify.done(t('services.noteDone'))
      onClose()
    },
  })
  const isComplete = isWhole(words)
  return (
    <FormDrawer title={t('services.addNote')} intro={`${incident.title}. ${t('services.addNoteIntro')}`} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <BothWords words={words} onChange={setWords} />
          <Field label={t('services.impact')}>
            <FittingSelect value={impact} onChange={(_, { value }) => setImpact(value as Impact | '')}>
              <option value="">{t('services.impactSame')}</option>
              {impacts.map((one) => (
                <option key={one} value={one}>
                  {t(`services.impact.${one}`)}
                </option>
              ))}
            </FittingSelect>
          </Field>
          <Checkbox label={t('services.hasEnded')} checked={hasEnded} onChange={(_, { checked }) => setEnded(checked === true)} />
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={!isComplete || act.isPending}>
              {t('services.addNote')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
