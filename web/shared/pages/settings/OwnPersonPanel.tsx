import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Button } from '@fluentui/react-components'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { useEditing } from '../../ui/use-editing.ts'
import { EditOwnPersonForm } from './EditOwnPersonForm.tsx'
import { useRoleTexts } from './roles.ts'
import type { Me } from './settings-api.ts'

export function OwnPersonPanel({ me, etag }: { me: Me; etag: string }) {
  const { t } = useText()
  const formats = useFormats()
  const notify = useNotify()
  const editing = useEditing()
  const { roleNames } = useRoleTexts()
  const title = t('settings.you')

  if (editing.isEditing) {
    const onSaved = () => {
      notify.done(t('settings.saved'))
      editing.close()
    }
    return (
      <Panel title={title}>
        <TakesFocus>
          <EditOwnPersonForm me={me} etag={etag} onSaved={onSaved} onCancel={editing.close} />
        </TakesFocus>
      </Panel>
    )
  }
  return (
    <Panel
      title={title}
      acts={
        <Button ref={editing.button} size="small" onClick={editing.open}>
          {t('settings.edit')}
        </Button>
      }
    >
      <KeyValueList
        items={[
          { key: t('settings.displayName'), value: me.displayName },
          { key: t('settings.userPrincipalName'), value: <CopyableId id={me.userPrincipalName} what={t('settings.theUserName')} /> },
          { key: t('settings.roles'), value: me.roles.length > 0 ? formats.list(roleNames(me.roles)) : t('settings.noRoles') },
          { key: t('settings.personId'), value: <CopyableId id={me.id} what={t('settings.thePersonId')} /> },
        ]}
      />
    </Panel>
  )
}
