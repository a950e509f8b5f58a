import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type BusinessProfile, profileKey, profilesKey } from '../parts/referral-api.ts'

const empty = { name: '', addressLine1: '', addressLine2: '', postalCode: '', city: '', state: '', phone: '' }
type Field = keyof typeof empty

/** One more location; both ways of saving it that are documented (S4.L2.3). */
export function AddLocationDrawer({ profile, onClose }: { profile: BusinessProfile; onClose: () => void }) {
  const [count, setCount] = useState(profile.locations.length)
  const { t } = useText()
  return (
    <FormDrawer title={t('referrals.addLocation')} intro={t('referrals.locationsText')} onClose={onClose}>
      <LocationForm key={count} profile={profile} isLast={count >= 4} onClose={onClose} onNext={() => setCount(count + 1)} />
    </FormDrawer>
  )
}

function LocationForm({ profile, isLast, onClose, onNext }: { profile: BusinessProfile; isLast: boolean; onClose: () => void; onNext: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels: Record<Field, string> = {
    name: t('referrals.locationName'), addressLine1: t('referrals.addressLine1'), addressLine2: t('referrals.addressLine2'), postalCode: t('referrals.postalCode'), city: t('referrals.city'),
    state: t('referrals.state'), phone: t('referrals.phone'),
  }
  const form = useForm<Field>({ initial: empty, labels, required: ['name', 'addressLine1', 'city'] })
  const act = useAct({
    send: (_: { addsAnother: boolean }, idempotencyKey) => api.post(`/business-profiles/${profile.id}/locations`, { body: form.values, idempotencyKey }),
    changes: [profileKey(profile.id), profilesKey],
    onDone: (_, { addsAnother }) => {
      notify.done(t('referrals.locationSaved'))
      if (addsAnother) onNext()
      else onClose()
    },
  })
  const another = (
    <>
      {!isLast && (
        <Button disabledFocusable={act.isPending} onClick={() => form.isReady() && act.mutate({ addsAnother: true })}>
          {t('referrals.saveAndAdd')}
        </Button>
      )}
      <Button onClick={onClose}>{t('shell.cancel')}</Button>
    </>
  )
  return (
    <Form form={form} act={act} onSubmit={() => act.mutate({ addsAnother: false })} submitLabel={t('referrals.saveLocation')} besideSubmit={another}>
      {(Object.keys(empty) as Field[]).map((name) => (
        <TextField key={name} field={form.field(name)} label={labels[name]} type={name === 'phone' ? 'tel' : 'text'} maxLength={200} autoComplete="off" />
      ))}
    </Form>
  )
}
