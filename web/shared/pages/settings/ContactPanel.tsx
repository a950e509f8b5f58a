import { useSignedIn } from '../../api/session.ts'
import { capitalized } from '../../language/capitalized.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { useEditing } from '../../ui/use-editing.ts'
import { EditContactForm } from './EditContactForm.tsx'
import type { TenantView } from './settings-api.ts'
import { useRoleTexts } from './roles.ts'

/** Contact, language and time zone of the organization. */
export function ContactPanel({ tenant, etag }: { tenant: TenantView; etag: string }) {
  const { t } = useText()
  const formats = useFormats()
  const notify = useNotify()
  const editing = useEditing()
  const blocked = useBlocked(tenant)
  const title = t('settings.contact')

  if (editing.isEditing) {
    const onSaved = () => {
      notify.done(t('settings.saved'))
      editing.close()
    }
    return (
      <Panel title={title}>
        <TakesFocus>
          <EditContactForm tenant={tenant} etag={etag} onSaved={onSaved} onCancel={editing.close} />
        </TakesFocus>
      </Panel>
    )
  }
  const or = (value: string | null) => value || t('settings.notGiven')
  return (
    <Panel
      title={title}
      acts={
        <GuardedButton ref={editing.button} size="small" blockedBecause={blocked} onClick={editing.open}>
          {t('settings.edit')}
        </GuardedButton>
      }
    >
      <KeyValueList
        items={[
          { key: t('settings.contactName'), value: or(tenant.contactName) },
          { key: t('settings.contactMail'), value: or(tenant.contactMail) },
          { key: t('settings.contactPhone'), value: or(tenant.contactPhone) },
          { key: t('settings.tenantLanguage'), value: capitalized(formats.language(tenant.language)) },
          { key: t('settings.timeZone'), value: tenant.timeZone },
        ]}
      />
    </Panel>
  )
}

function useBlocked(tenant: TenantView): string | undefined {
  const { t } = useText()
  const { tenant: own } = useSignedIn()
  const { roleName } = useRoleTexts()
  if (tenant.can.includes('update')) return undefined
  return t('settings.blocked.contact', { role: roleName(own.isPartner ? 'globalAdmin' : 'globalAdministrator') })
}
