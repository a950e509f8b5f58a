import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Usage, usageKey, usagePath } from '../parts/usage-api.ts'

export function RenameUsageDrawer({ customerId, usage, onClose }: { customerId: string; usage: Usage; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [name, setName] = useState(usage.name)
  const isMissing = name.trim() === ''
  const act = useAct({
    send: () => api.put(`${usagePath(customerId, usage.usageId)}/name`, { body: { name: name.trim() }, ifMatch: `"${usage.version}"` }),
    changes: [usageKey(customerId)],
    onDone: () => {
      notify.done(t('usage.done'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('usage.rename')} intro={usage.planName} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isMissing && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('usage.name')} hint={t('usage.nameHint')} required validationState={isMissing ? 'error' : 'none'} validationMessage={isMissing ? t('usage.nameMissing') : undefined}>
            <Input value={name} maxLength={100} autoComplete="off" onChange={(_, { value }) => setName(value)} />
          </Field>
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={act.isPending}>
              {t('usage.save')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
