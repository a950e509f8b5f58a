import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { PartnershipLanguage } from '../../../src/domain/partnerships/partnership.ts'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { partnershipsKey } from '../parts/partnership-api.ts'

const letterLanguages: readonly PartnershipLanguage[] = ['en', 'es']

/** Whom the letter greets and in which language; the letter itself follows on its own page. */
export function AskPartnershipDrawer({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const follow = useFollow()
  const own = useLanguage().language
  const [companyName, setCompanyName] = useState('')
  const [language, setLanguage] = useState<string>(own)
  const act = useAct<void, { id: string }>({
    send: (_, idempotencyKey) => api.post('/partnerships', { body: { language, ...(companyName.trim() && { companyName: companyName.trim() }) }, idempotencyKey }),
    changes: [partnershipsKey],
    onDone: ({ id }) => follow(paths.partner.partnership(id)),
  })
  return (
    <FormDrawer title={t('partnerships.ask')} intro={t('partnerships.askIntro')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={`${t('partnerships.named')} (${t('form.optionalMark')})`} hint={t('partnerships.namedHint')}>
            <Input value={companyName} maxLength={100} autoComplete="off" onChange={(_, { value }) => setCompanyName(value)} />
          </Field>
          <Field label={t('requests.language')}>
            <Select value={language} onChange={(_, { value }) => setLanguage(value)}>
              {letterLanguages.map((tag) => (
                <option key={tag} value={tag}>
                  {formats.language(tag)}
                </option>
              ))}
            </Select>
          </Field>
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={act.isPending}>
              {t('partnerships.writeLetter')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
