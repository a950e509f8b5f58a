import { Button, Checkbox, Field, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { partnershipsKey, type AuthorizedProvider, type ProviderInvitation } from '../parts/partnership-api.ts'

const useStyles = makeStyles({
  check: { alignItems: 'flex-start', '& .fui-Checkbox__label': { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' } },
})

export type AuthorizeProviderProps = { secret: string; view: ProviderInvitation; onAuthorized: (answer: AuthorizedProvider) => void; onDeclined: () => void }

/** The box and the button of the reseller's yes (S4.L1.1); what it gives stands above them, before anything is pressed. */
export function AuthorizeProvider({ secret, view, onAuthorized, onDeclined }: AuthorizeProviderProps) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const [isTicked, setTicked] = useState(false)
  const [isMissed, setMissed] = useState(false)
  const [isDeclining, setDeclining] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const name = view.provider.name
  const act = useAct<void, AuthorizedProvider>({
    send: (_, idempotencyKey) =>
      api.post('/provider-invitations/authorization', { body: { secret, acknowledged: true, services: view.access.map(({ id }) => id) }, idempotencyKey }),
    changes: [partnershipsKey],
    onDone: onAuthorized,
  })
  const decline = useAct<void, unknown>({
    send: (_, idempotencyKey) => api.post('/provider-invitations/decline', { body: { secret }, idempotencyKey }),
    changes: [partnershipsKey],
    onDone: onDeclined,
  })
  const authorize = () => {
    if (act.isPending) return
    setMissed(!isTicked)
    if (isTicked) act.mutate()
    else box.current?.focus()
  }
  return (
    <Panel title={t('partnerships.answer')}>
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        <BulletList items={[t('partnerships.gives.orders', { name }), t('partnerships.gives.noCustomers'), t('partnerships.gives.access', { name })]} />
        <BulletList items={view.access.map((service) => service.name)} />
        <QuietText>{t('partnerships.gives.back')}</QuietText>
        <Field validationState={isMissed && !isTicked ? 'error' : 'none'} validationMessage={isMissed && !isTicked ? t('partnerships.tickMissing') : undefined}>
          <Checkbox ref={box} className={styles.check} checked={isTicked} aria-required label={t('partnerships.tick', { name })} onChange={(_, { checked }) => setTicked(checked === true)} />
        </Field>
        <Acts>
          <Button appearance="primary" size="large" disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={authorize}>
            {t('partnerships.authorize')}
          </Button>
          <Button size="large" disabled={act.isPending} onClick={() => setDeclining(true)}>
            {t('invitation.decline')}
          </Button>
        </Acts>
        <QuietText>{t('invitation.stepUpNote')}</QuietText>
      </Stack>
      <ConfirmDialog
        isOpen={isDeclining}
        title={t('partnerships.declineTitle')}
        confirmLabel={t('invitation.decline')}
        isWorking={decline.isPending}
        problem={decline.error && !decline.isPending ? describeProblem(decline.error, texts) : null}
        onConfirm={() => decline.mutate()}
        onCancel={() => setDeclining(false)}
      >
        <QuietText>{t('partnerships.declineText', { name })}</QuietText>
      </ConfirmDialog>
    </Panel>
  )
}
