import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { requestCheckQuery, requestsKey, type CheckInput, type RequestCheck } from '../parts/request-api.ts'
import { useAskingBlocked } from '../parts/use-asking-blocked.ts'
import { useSettled } from '../parts/use-settled.ts'
import { askedCustomer, type Wishes } from './asked-customer.ts'
import { CheckPanel } from './CheckPanel.tsx'
import { LetterStep } from './LetterStep.tsx'
import { WhatStep } from './WhatStep.tsx'
import { WhomStep } from './WhomStep.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.6fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  step: { gridColumn: 1, minWidth: 0 },
  next: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  check: {
    minWidth: 0,
    '@media (min-width: 1001px)': { gridColumn: 2, gridRow: '1 / span 4', position: 'sticky', top: 'calc(var(--bar-height) + 20px)' },
  },
})

/** One page, three steps, and beside them what is known before a letter is written (issue, New relationship). */
export function NewRequestForm({ initial }: { initial: Wishes }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const prefix = useId()
  const [wishes, setWishes] = useState(initial)
  const [isPressed, setPressed] = useState(false)
  const change = (part: Partial<Wishes>) => setWishes((before) => ({ ...before, ...part }))
  const { cloud } = useSignedIn()

  const customer = askedCustomer(wishes)
  const isComplete = customer !== undefined
  const input = useSettled(checkInput(wishes))
  const asking = useAskingBlocked()
  const check = useQuery({ ...requestCheckQuery(input), enabled: isComplete && asking === undefined })
  const known = check.data ?? untilChecked(cloud)
  const inTheWay = useInTheWay(wishes, isComplete ? check.data : undefined)
  const blocked = asking ?? inTheWay
  const create = useCreate(wishes)
  const ids = { known: `${prefix}known`, named: `${prefix}named`, country: `${prefix}country` }
  const missing = isPressed && !isComplete && wishes.way !== 'nobody' ? t(`newRequest.missing.${wishes.way}`) : undefined

  const submit = () => {
    setPressed(true)
    if (!isComplete && wishes.way !== 'nobody') document.getElementById(ids[wishes.way])?.focus()
    else if (blocked === undefined && !create.isPending) create.mutate()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ProblemBanner problem={create.error && !create.isPending ? describeProblem(create.error, texts) : null} />
      <div className={styles.columns}>
        <div className={styles.step}>
          <WhomStep wishes={wishes} onChange={change} ids={ids} error={missing} />
        </div>
        <div className={styles.check}>
          <CheckPanel check={check} isComplete={isComplete} blockedBecause={asking} />
        </div>
        <div className={styles.step}>
          <WhatStep wishes={wishes} onChange={change} privileges={check.data?.privileges} />
        </div>
        <div className={styles.step}>
          <LetterStep wishes={wishes} onChange={change} check={known} />
          <p className={styles.next}>{blocked ?? t('newRequest.whatNext')}</p>
          <Acts>
            <GuardedButton
              type="submit"
              appearance="primary"
              blockedBecause={blocked}
              disabledFocusable={create.isPending}
              icon={create.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
            >
              {t(known.linkKind === 'partnerLink' ? 'newRequest.toPartnerLink' : 'newRequest.submit')}
            </GuardedButton>
            <ButtonLink href={paths.partner.customers}>{t('shell.cancel')}</ButtonLink>
          </Acts>
        </div>
      </div>
    </form>
  )
}

/** What the cloud's manifest says by itself, so that the steps can be drawn before the first answer. */
function untilChecked(cloud: ReturnType<typeof useSignedIn>['cloud']): Pick<RequestCheck, 'linkKind' | 'languages' | 'language' | 'validityDays'> {
  return { linkKind: cloud.requestKinds[0] ?? 'trackedRequest', languages: cloud.draftLanguages, language: cloud.draftLanguages[0] ?? 'en', validityDays: cloud.requestValidityDays }
}

function useInTheWay(wishes: Wishes, check: RequestCheck | undefined): string | undefined {
  const { t } = useText()
  const problem = check?.problems[0]
  if (problem) return problem.reasonText
  const max = check?.validityDays.max
  const { days } = wishes
  if (max !== undefined && days !== null && !(Number.isInteger(days) && days >= 1 && days <= max)) return t('newRequest.daysWrong', { max })
  return undefined
}

function checkInput(wishes: Wishes): CheckInput {
  const { kind, askPrivileges } = wishes
  return { kind, customer: askedCustomer(wishes) ?? null, ...(askPrivileges !== null && { askPrivileges }), ...secondPartner(wishes) }
}

/** Makes the request and goes on to its letter; where the cloud has only the partner link, goes straight there. */
function useCreate(wishes: Wishes) {
  const queryClient = useQueryClient()
  const follow = useFollow()
  const { way, kind, days } = wishes
  const companyName = way === 'named' || way === 'country' ? wishes.companyName.trim() : ''
  return useAct<void, { id: string } | null>({
    send: async (_, idempotencyKey) => {
      // What was left to the cloud is what its answer for exactly these wishes says, even where the press came before it.
      const check = await queryClient.ensureQueryData(requestCheckQuery(checkInput(wishes)))
      if (check.linkKind === 'partnerLink') return null
      const customer = askedCustomer(wishes)
      const body = {
        kind,
        customer: customer ? { ...customer, ...(companyName && { companyName }) } : null,
        askPrivileges: wishes.askPrivileges ?? check.privileges.asked,
        language: wishes.language ?? check.language,
        validityDays: days ?? check.validityDays.default,
        ...secondPartner(wishes),
      }
      return api.post<{ id: string }>('/relationship-requests', { body, idempotencyKey })
    },
    changes: [requestsKey],
    onDone: (request) => follow(request ? paths.partner.request(request.id) : partnerLinkHref(wishes.language)),
  })
}

function partnerLinkHref(language: string | null): string {
  return language === null ? paths.partner.partnerLink : `${paths.partner.partnerLink}?${new URLSearchParams({ language }).toString()}`
}

/** Of a joint invitation: the provider that a reseller names, or the reseller that its provider names. */
function secondPartner({ provider, reseller }: Wishes) {
  return { ...(provider && { secondPartnerId: provider.id }), ...(reseller && { resellerId: reseller.id }) }
}
