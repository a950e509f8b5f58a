import { Button, Field } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { FittingSelect } from '../../shared/form/FittingSelect.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ownPeople, peopleQuery } from '../../shared/pages/settings/people-api.ts'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnerRelationshipsQuery } from '../parts/partner-api.ts'
import { type OwnUsage, ownUsageKey } from '../parts/usage-api.ts'

/** Makes a partner that the customer has, or one of its people, an owner; a partner gets back what was ended (D.5). */
export function GiveUsageOwnerDrawer({ usage, onClose }: { usage: OwnUsage; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [who, setWho] = useState('')
  const [isMissing, setMissing] = useState(false)
  const partners = useQuery(partnerRelationshipsQuery({ size: 500 })).data?.items ?? []
  const people = useQuery(peopleQuery(ownPeople, { status: 'active', size: 500 })).data?.items ?? []
  const living = usage.owners.filter(({ endedAt }) => endedAt === null)
  const isOwner = (id: string) => living.some(({ partnerId, personId }) => id === partnerId || id === personId)
  const act = useAct({
    send: (body: { partnerId: string } | { personId: string }, idempotencyKey) => api.post(`/usage-subscriptions/${usage.usageId}/owners`, { body, idempotencyKey }),
    changes: [ownUsageKey, ['activity']],
    onDone: () => {
      notify.done(t('usage.given'))
      onClose()
    },
  })
  const submit = () => {
    const [kind, id] = who.split(' ')
    setMissing(id === undefined)
    if (id !== undefined && !act.isPending) act.mutate(kind === 'partner' ? { partnerId: id } : { personId: id })
  }
  return (
    <FormDrawer title={t('usage.give')} intro={t('usage.giveIntro')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('usage.who')} required validationState={isMissing ? 'error' : 'none'} validationMessage={isMissing ? t('usage.chooseWho') : undefined}>
            <FittingSelect value={who} onChange={(_, { value }) => setWho(value)}>
              <option value="">{t('usage.choose')}</option>
              <optgroup label={t('usage.partners')}>
                {partners.filter(({ partnerId }) => !isOwner(partnerId)).map(({ partnerId, name }) => (
                  <option key={partnerId} value={`partner ${partnerId}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t('usage.people')}>
                {people.filter(({ id }) => !isOwner(id)).map(({ id, displayName, userPrincipalName }) => (
                  <option key={id} value={`person ${id}`}>
                    {displayName} · {userPrincipalName}
                  </option>
                ))}
              </optgroup>
            </FittingSelect>
          </Field>
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={act.isPending}>
              {t('usage.give')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
