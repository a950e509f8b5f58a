import { useSignedIn } from '../../api/session.ts'
import type { DeniedAct } from '../../../../src/domain/clouds/manifest.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { useRoleTexts } from './roles.ts'

/** What the cloud takes from a role (C.3), as a sentence; nothing where it takes nothing. */
export function useDeniedText(): (role: string) => string {
  const { t } = useText()
  const formats = useFormats()
  const { cloud } = useSignedIn()
  const { deniedName } = useRoleTexts()
  return (role) => {
    const denials: Readonly<Record<string, readonly DeniedAct[] | undefined>> = cloud.roleDenials
    const acts = denials[role] ?? []
    return acts.length === 0 ? '' : t('users.deniedHere', { acts: formats.list(acts.map(deniedName)) })
  }
}
