import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { Delivery } from '../../../src/domain/campaigns/campaign.ts'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { type Campaign, campaignKey, campaignsKey, uploadList } from '../parts/campaign-api.ts'
import { useAskingBlocked } from '../parts/use-asking-blocked.ts'
import { DeliveryFields } from './DeliveryFields.tsx'
import { ListFileField } from './ListFileField.tsx'

/** What everybody on the list is asked, and the list; sent together, and checked before anybody is asked. */
export function NewCampaignForm() {
  const { t } = useText()
  const follow = useFollow()
  const { cloud } = useSignedIn()
  const blocked = useAskingBlocked()
  const [file, setFile] = useState<File | null>(null)
  const [isPressed, setPressed] = useState(false)
  const [askPrivileges, setAskPrivileges] = useState<boolean | null>(null)
  const [planned, setPlanned] = useState<string | null>(null)
  const canChoose = cloud.privileges === 'optionalOn'
  const [delivery, setDelivery] = useState<Delivery>('self')
  const form = useForm({
    initial: { name: '', words: '', mailsADay: '200', reminders: '1' },
    labels: { name: t('campaigns.name'), words: t('campaigns.words'), mailsADay: t('campaigns.mailsADay'), reminders: t('campaigns.reminders') },
    required: ['name'],
    check: ({ mailsADay }) => (delivery === 'self' || /^([1-9]\d{0,2}|1000)$/.test(mailsADay.trim()) ? {} : { mailsADay: t('campaigns.mailsADayWrong') }),
  })

  const plan = useAct<object, Campaign>({
    send: (body, idempotencyKey) => api.post('/campaigns', { body, idempotencyKey }),
    changes: [campaignsKey],
    onDone: ({ id }) => {
      setPlanned(id)
      upload.mutate({ id, stamp: stampOf(file!) })
    },
  })
  // What was planned stays where the file is refused: the next file goes to the same campaign.
  const upload = useAct<{ id: string; stamp: string }, Campaign>({
    send: ({ id }, idempotencyKey) => uploadList(id, file!, idempotencyKey),
    onDone: ({ id }) => follow(paths.partner.campaign(id)),
    changes: planned ? [campaignsKey, campaignKey(planned)] : [campaignsKey],
  })
  const submit = () => {
    setPressed(true)
    if (!file) return
    if (planned) upload.mutate({ id: planned, stamp: stampOf(file) })
    else plan.mutate(wishOf(form.values, { delivery, askPrivileges }))
  }
  return (
    <Panel>
      <Form
        form={form}
        act={{ isPending: plan.isPending || upload.isPending, error: plan.error ?? upload.error }}
        onSubmit={submit}
        submitLabel={t('campaigns.check')}
        blockedBecause={blocked}
        besideSubmit={<ButtonLink href={paths.partner.campaigns}>{t('shell.cancel')}</ButtonLink>}
      >
        <TextField field={form.field('name')} label={t('campaigns.name')} hint={t('campaigns.nameHint')} maxLength={100} isReadOnly={planned !== null} />
        <DeliveryFields delivery={delivery} onDelivery={setDelivery} form={form} isPlanned={planned !== null} />
        <ListFileField onFile={setFile} error={isPressed && !file ? t('campaigns.fileMissing') : undefined} />
        {canChoose ? (
          <Checkbox
            checked={askPrivileges ?? true}
            disabled={planned !== null}
            label={t('campaigns.includePrivileges')}
            onChange={(_, { checked }) => setAskPrivileges(checked === true)}
          />
        ) : (
          <QuietText>{t('campaigns.privilegesFixed')}</QuietText>
        )}
      </Form>
    </Panel>
  )
}

function wishOf(values: Record<'name' | 'words' | 'mailsADay' | 'reminders', string>, { delivery, askPrivileges }: { delivery: Delivery; askPrivileges: boolean | null }): object {
  const words = values.words.trim()
  const mails = { ...(words && { words }), mailsADay: Number(values.mailsADay), reminders: Number(values.reminders) }
  return { name: values.name.trim(), delivery, ...(askPrivileges !== null && { askPrivileges }), ...(delivery === 'mails' && mails) }
}

/** Tells two files apart, so that another one is another intent. */
export function stampOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`
}
